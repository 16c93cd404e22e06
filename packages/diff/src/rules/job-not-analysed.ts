import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { jobFound } from "../policy/job-places.js";

export const jobNotAnalysed = policyStateRule<"job">({
  id: "job-not-analysed",
  subject: "job",
  title: "Job that could not be read",
  why: "What a job does that nobody can read cannot be checked: it may have tasks that nobody sees.",
  policy: policyParagraphs.secure,
  find: ({ job }) => {
    const [first, ...rest] = job.problems;
    if (!first) return [];
    const more =
      rest.length === 0 ? "" : ` So it is at ${rest.length === 1 ? "one more place" : `${rest.length} more places`}.`;
    const place = `${first.file}:${first.line}`;
    const message = `The job ${job.name} could not be read whole, at ${place}: ${first.message}.${more}`;
    return [jobFound(job, { found: place, message }, first)];
  },
  remedy: "Name each task as a text of its own in __mars__.py, and mend what is wrong in the configuration.",
  scenario: "The __mars__.py of a job adds its tasks in a loop.",
});
