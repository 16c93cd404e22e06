import { nameLabel } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const taskContradicted = policyStateRule<"filling">({
  id: "task-contradicted",
  subject: "filling",
  title: "Job without such a task",
  why: "Whether SQL or Python fills a view decides what it must justify; the contract must say what the job does.",
  policy: policyParagraphs.presto,
  find: (state) => {
    const { task = null, job = null } = promisedOf(state)?.filling ?? {};
    // A job that was not read whole may have such a task.
    if (task === null || job === null || state.job === null || state.job.problems.length > 0) return [];
    if (state.job.tasks.some(({ type }) => type === task)) return [];
    return [{ path: "@task", found: task, message: `The job ${nameLabel(job)} has no task of type ${task}.` }];
  },
  remedy: "Say in the contract how the job that fills the view is written (task).",
  scenario: "A contract says task presto, and the job it names has Python tasks alone.",
});
