import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { jobFound } from "../policy/job-places.js";

export const jobUnauthorised = policyStateRule<"job">({
  id: "job-unauthorised",
  subject: "job",
  title: "Job added by nobody who is a lead",
  why: "A new job runs with an account that sees sensitive data: only leads and above may create one.",
  policy: policyParagraphs.secure,
  waivable: false,
  find: ({ job, addedBy, config }) => {
    const leads = new Set(config.leads.members.map((login) => login.toLowerCase()));
    // Where no leads are named nobody has said yet who they are.
    if (addedBy === null || leads.size === 0) return [];
    const others = addedBy.filter((who) => !leads.has(who.toLowerCase()));
    if (addedBy.length > 0 && others.length === 0) return [];
    const who = addedBy.length === 0 ? "nobody who is known" : `${others.join(", ")}, who is no lead`;
    return [
      jobFound(job, { found: others.join(", ") || null, message: `The new job ${job.name} was added by ${who}.` }),
    ];
  },
  remedy: "Have a lead (leads of schema-gate.yaml) add the job, in commits of their own.",
  scenario: "A branch adds a job in a commit whose author is not among the leads.",
});
