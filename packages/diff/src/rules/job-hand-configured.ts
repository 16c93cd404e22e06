import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { jobFound } from "../policy/job-places.js";

export const jobHandConfigured = policyStateRule<"job">({
  id: "job-hand-configured",
  subject: "job",
  title: "Job not by dynamic configuration",
  why: "A configuration that no script loads is pasted into the scheduler by hand; what runs there is what nobody reviewed.",
  policy: policyParagraphs.secure,
  waivable: false,
  find: ({ job }) => {
    const [file] = job.unloaded;
    if (file === undefined) return [];
    const message = `No __mars__.py of the job ${job.name} loads ${file}.`;
    return [jobFound(job, { found: file, message }, { file, line: 1 })];
  },
  remedy: "Write a __mars__.py beside the configuration that loads it (parse_job_config).",
  scenario: "A job has a job_config.json and no __mars__.py that loads it.",
});
