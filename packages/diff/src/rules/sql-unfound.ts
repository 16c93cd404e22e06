import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const sqlUnfound = policyStateRule<"filling">({
  id: "sql-unfound",
  subject: "filling",
  title: "SQL of the job not there",
  why: "The SQL a contract names is what is checked for the sources of a view; where there is none, nothing is checked.",
  policy: policyParagraphs.secure,
  find: (state) => {
    const sql = promisedOf(state)?.filling.sql ?? null;
    // The SQL of a job may stand in a repository of its own; then the job does too.
    if (sql === null || state.job === null || state.hasSql !== false) return [];
    return [
      { path: "@sql", found: sql, message: `There is no file ${sql}, which the contract names as the job's SQL.` },
    ];
  },
  remedy: "Correct the path; it counts from the root of the repository.",
  scenario: "A contract names a job of this repository and, as its SQL, a file that is not there.",
});
