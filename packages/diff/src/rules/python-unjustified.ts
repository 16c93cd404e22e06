import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const pythonUnjustified = policyStateRule<"filling">({
  id: "python-unjustified",
  subject: "filling",
  title: "Python without a justification",
  why: "Python is for what SQL cannot say; not knowing SQL is no reason. Without the reason nobody can tell which it is.",
  policy: policyParagraphs.python,
  find: (state) => {
    const filling = promisedOf(state)?.filling;
    if (filling?.task !== "python" || filling.justification !== null) return [];
    return [{ path: "@task", found: "python", message: "The view is filled by a Python task, and nothing says why." }];
  },
  remedy: "Write the task in SQL, or say why that is impossible (justification).",
  scenario: "A contract says task python and has no justification.",
});
