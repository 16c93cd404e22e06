import { nameLabel } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const jobUndefined = policyStateRule<"filling">({
  id: "job-undefined",
  subject: "filling",
  title: "View filled by no known job",
  why: "Only MARS may write data into the namespace; a job that no file defines is run by something else, or not at all.",
  policy: policyParagraphs.mars,
  find: (state) => {
    const name = promisedOf(state)?.filling.job ?? null;
    if (name === null || !state.hasJobs || state.job !== null) return [];
    return [
      { path: "@job", found: name, message: `There is no job ${nameLabel(name)} among the jobs of this repository.` },
    ];
  },
  remedy: "Name the job by its folder, or define it there by a __mars__.py.",
  scenario: "A contract names a job, and no folder of jobs has that name.",
});
