import { isInLandingSchema, type KnownTask } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { taskLabel, tasksBefore, tasksFound } from "../policy/job-places.js";
import { rawKind } from "../policy/raw-names.js";
import type { JobState } from "../policy/state-facts.js";

export const ingestionScripted = policyStateRule<"job">({
  id: "ingestion-scripted",
  subject: "job",
  title: "Data brought in by Python",
  why: "Scripts that fetch data break in ways nobody watches; the data architecture team has tools for that.",
  policy: policyParagraphs.python,
  find: (state) =>
    tasksFound(state, (task) => {
      if (task.type !== "python" || task.destination === null) return null;
      const { target, type } = task.destination;
      const whose = `${taskLabel(state.job, task)} is written in Python`;
      if (isRaw(target, state)) return { found: target, message: `${whose} and writes the raw table ${target}.` };
      const hasSource = tasksBefore(state.job, task).some((before: KnownTask) => before.type === "presto");
      if (hasSource) return null;
      return { found: target ?? type, message: `${whose} and writes what no task of Presto gave it.` };
    }),
  remedy: "Have the data onboarded by the data architecture team, and let a Presto task take it from there.",
  scenario: "A Python task fetches from an API and writes a raw table.",
});

function isRaw(target: string | null, { config }: JobState): boolean {
  const [name = "", schema = "", catalog = ""] = (target ?? "").toLowerCase().replaceAll('"', "").split(".").reverse();
  const table = { catalog, schema, name };
  return rawKind(table, config.naming.patterns) === "raw" || isInLandingSchema(table, config);
}
