import { type Contract, type Duration, nameLabel, type Promises } from "@schema-gate/contract";
import fc from "fast-check";
import { readType } from "../src/detect/read-type.js";
import { partPaths } from "../src/detect/shared-promises.js";
import { pair } from "./arbitrary-contract.js";

const said = fc.constantFrom(null, "Evergreen", "evergreen", "Build Baron");
const date = fc.constantFrom(null, "2026-08-02", "2026-11-22", "2027-02-01");
const words = fc.constantFrom("One row per task.", "one row per task", "One row per host.", "");
const element = fc.constantFrom(null, "updated_at", "a.b,c/d~e");

const duration: fc.Arbitrary<Duration> = fc.constantFrom(
  { months: 0, businessDays: 0, milliseconds: 0 },
  { months: 0, businessDays: 0, milliseconds: 3_600_000 },
  { months: 0, businessDays: 1, milliseconds: 0 },
  { months: 0, businessDays: 0, milliseconds: 72 * 3_600_000 },
  { months: 1, businessDays: 0, milliseconds: 0 },
  { months: 12, businessDays: 0, milliseconds: 0 },
);

/** Promises of time, one for each element, some written otherwise than others that mean the same. */
function times<Value>(value: fc.Arbitrary<Value>) {
  const row = fc.record({ element, text: fc.constantFrom("as written", "otherwise"), value });
  return fc.uniqueArray(row, { selector: (each) => each.element, maxLength: 3 });
}

/** Everything a contract may promise beyond its columns, but for descriptions inside of them. */
const promises: fc.Arbitrary<Omit<Promises, "nestedDescriptions">> = fc.record({
  family: fc.constantFrom("evergreen_tasks", "tasks"),
  version: fc.constantFrom("1.0.0", "1.1.0"),
  status: fc.constantFrom("proposed", "draft", "active", "deprecated", "retired"),
  released: date,
  endOfSupport: date,
  grain: fc.option(
    fc.record({
      columns: fc.uniqueArray(fc.constantFrom("task_id", "Execution", "execution", "host"), { minLength: 1 }),
    }),
  ),
  granularity: fc.option(words),
  deletionMode: fc.constantFrom(null, "hard", "soft", "none"),
  deletionColumn: fc.constantFrom(null, "deleted_at", "status"),
  latency: times(duration),
  frequency: times(fc.constantFrom({ longestGap: 3_600_000, months: null }, { longestGap: 86_400_000, months: null })),
  retention: times(fc.oneof(duration, fc.constant("unlimited" as const))),
  owner: said,
  support: fc.array(fc.record({ channel: fc.constantFrom("#a", "#b"), url: fc.constant(null), tool: said }), {
    maxLength: 2,
  }),
  documentation: fc.array(fc.record({ type: fc.constantFrom("alation", "wiki"), url: fc.constantFrom("u:1", "u:2") }), {
    maxLength: 2,
  }),
  stakeholders: fc.uniqueArray(
    fc.record({ team: fc.constantFrom("Build Baron", "a/b~c", "insights"), contact: said, ready: date }),
    { selector: (each) => each.team },
  ),
  lineage: fc.record({ successor: said, predecessor: said, versionReason: said }),
  use: fc.constantFrom(null, "realtime", "report"),
  filling: fc.record({
    job: said,
    task: fc.constantFrom(null, "presto", "python"),
    justification: said,
    sql: said,
    serviceAccount: said,
  }),
  project: said,
  evergreen: fc.constantFrom(null, true, false),
});

/** A contract with promises, and a word for each part inside of its columns or none. */
function promising(view: Contract, made: Omit<Promises, "nestedDescriptions">, choices: readonly (string | null)[]) {
  const paths = view.columns.flatMap(({ name, type }) => partPaths(readType(type), nameLabel(name)));
  const descriptions = [...new Set(paths)].flatMap((path, index) => {
    const text = choices[index % choices.length] ?? null;
    return text === null ? [] : [[path, text] as const];
  });
  return { ...view, promises: { ...made, nestedDescriptions: new Map(descriptions) } };
}

const choices = fc.array(fc.option(words), { minLength: 1, maxLength: 5 });

/** A pair of contract files: the after side keeps each promise or makes another. */
export const promisingPair: fc.Arbitrary<{ before: Contract; after: Contract }> = fc
  .tuple(pair, promises, promises, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), choices, choices)
  .map(([{ before, after }, made, other, keeps, wordsBefore, wordsAfter]) => {
    const entries = Object.entries(made).map(([key, value], index) =>
      keeps[index] ? [key, value] : [key, other[key as keyof typeof other]],
    );
    return {
      before: promising(before, made, wordsBefore),
      after: promising(after, Object.fromEntries(entries) as typeof made, keeps[29] ? wordsBefore : wordsAfter),
    };
  });
