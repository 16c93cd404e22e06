import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { taskLabel, tasksFound } from "../policy/job-places.js";

export const pythonUndeclared = policyStateRule<"job">({
  id: "python-undeclared",
  subject: "job",
  title: "Python task that no contract justifies",
  why: "Most logic is easily said in SQL, which everybody can read; where it is not, the reason must be written down.",
  policy: policyParagraphs.python,
  find: (state) => {
    const isJustified = state.fillings.some(
      ({ filling }) => filling.task === "python" && filling.justification !== null,
    );
    if (isJustified) return [];
    return tasksFound(state, (task) =>
      task.type === "python"
        ? { found: "python", message: `${taskLabel(state.job, task)} is written in Python, and no contract says why.` }
        : null,
    );
  },
  remedy: "Write it in SQL, or have the contract of the view it fills name the job, task python and a justification.",
  scenario: "A job has a Python task, and no contract that names the job gives a justification.",
});
