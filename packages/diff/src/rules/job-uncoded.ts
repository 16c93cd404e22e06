import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { taskLabel, tasksFound } from "../policy/job-places.js";

export const jobUncoded = policyStateRule<"job">({
  id: "job-uncoded",
  subject: "job",
  title: "Task whose SQL is in no reviewed file",
  why: "SQL that is typed into the scheduler can be changed by anybody who may log in there, and nobody reviews it.",
  policy: policyParagraphs.secure,
  waivable: false,
  find: (state) =>
    tasksFound(state, (task) => {
      const { sql, sqlSource, sqlFile, type } = task;
      const whose = taskLabel(state.job, task);
      if (sql?.kind === "inline" || (sqlSource !== null && sqlSource !== "github")) {
        return { found: sqlSource ?? "sql", message: `${whose} does not take its SQL from a repository.` };
      }
      if (sql?.kind === "beside" && sqlFile === null) {
        return { found: sql.path, message: `${whose} has no file ${sql.path} with its SQL.` };
      }
      if (type !== "presto" || sql !== null) return null;
      return { found: null, message: `${whose} does not say where its SQL stands.` };
    }),
  remedy:
    "Put the SQL into a file of the repository and name it: sql_source github, sql_script_git_repo, sql_script_name.",
  scenario: "A task of a job has its SQL in the configuration (sql_source config) instead of a file.",
});
