import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { jobFound } from "../policy/job-places.js";

/** Words that say nothing of what a job is for; a name made of them alone is no business purpose. */
const vague = new Set(
  "a bar copy dag default demo draft etl example foo job jobs mars misc my new old other sample script some stuff task tasks temp test tests the tmp todo unnamed untitled v".split(
    " ",
  ),
);

export const jobMisnamed = policyStateRule<"job">({
  id: "job-misnamed",
  subject: "job",
  title: "Job not named by its purpose",
  why: "Whoever troubleshoots a view must see from a job's name what it is there for.",
  policy: policyParagraphs.naming,
  find: ({ job }) => {
    const words = job.name.toLowerCase().split(/[^\p{L}]+/u);
    if (words.some((word) => word !== "" && !vague.has(word))) return [];
    return [
      jobFound(job, {
        found: job.name,
        message: `The job is called ${JSON.stringify(job.name)}, which says no purpose.`,
      }),
    ];
  },
  remedy: "Name the job's folder by its business purpose, like materialize_daily_test_stats.",
  scenario: "A job is called test_job_2.",
});
