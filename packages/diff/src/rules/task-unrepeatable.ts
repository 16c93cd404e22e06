import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { taskLabel, tasksBefore, tasksFound } from "../policy/job-places.js";
import { writesOf } from "../policy/task-writes.js";

export const taskUnrepeatable = policyStateRule<"job">({
  id: "task-unrepeatable",
  subject: "job",
  title: "Task that cannot run again",
  why: "After a delay or an error a job runs once more: rows that are only ever appended would be there twice.",
  policy: policyParagraphs.repeatable,
  find: (state) =>
    tasksFound(state, (task) => {
      const before = tasksBefore(state.job, task).flatMap((each) => writesOf(each).deleted);
      const { created, appended, deleted } = writesOf(task);
      const cleared = new Set([...before, ...deleted]);
      const whose = taskLabel(state.job, task);
      const [table] = appended.filter((each) => !cleared.has(each));
      if (table !== undefined) {
        return { found: table, message: `${whose} appends to ${table}, and nothing is deleted there first.` };
      }
      const [made] = created;
      if (made === undefined) return null;
      return { found: made, message: `${whose} makes ${made} and does not replace it (dest_replace).` };
    }),
  remedy:
    "Replace the table (dest_replace), or delete the rows of the partition in a task or statement before the insert.",
  scenario: "A daily task appends (presto_insert), and no task before it deletes the day's rows.",
});
