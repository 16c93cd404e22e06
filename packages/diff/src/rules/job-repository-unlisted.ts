import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { taskLabel, tasksFound } from "../policy/job-places.js";

export const jobRepositoryUnlisted = policyStateRule<"job">({
  id: "job-repository-unlisted",
  subject: "job",
  title: "Task from a repository that is not listed",
  why: "Jobs see sensitive data: their code may come only from repositories whose reviews are known to be strong.",
  policy: policyParagraphs.secure,
  waivable: false,
  find: (state) => {
    const listed = state.config.jobRepositories.map((name) => name.toLowerCase());
    // Where none is listed nobody has said yet which are good.
    if (listed.length === 0) return [];
    return tasksFound(state, (task) => {
      if (task.sql?.kind !== "repository") return null;
      const { repository } = task.sql;
      if (repository !== null && listed.includes(repository.toLowerCase())) return null;
      const from = repository === null ? "a repository it does not name" : `${repository}, which is not listed`;
      return { found: repository, message: `${taskLabel(state.job, task)} takes its SQL from ${from}.` };
    });
  },
  remedy: "Move the SQL to a repository that schema-gate.yaml lists (jobRepositories), and name it in full.",
  scenario: "schema-gate.yaml lists example/etl, and a task takes its SQL from somebody/scratch.",
});
