import { expect, test } from "@jest/globals";
import { parseConfig } from "../config-file/parse-config.js";
import { parseSnapshotText } from "../snapshot-file/read-snapshot.js";
import { typeFromSignature } from "../trino-type/type-from-signature.js";
import { parseWaiver } from "../waiver-file/parse-waiver.js";

/** Values that are wrong nearly everywhere. */
const junk = [
  null,
  "",
  "?",
  "x".repeat(5000),
  0,
  -1,
  1.5,
  1e9,
  true,
  [],
  ["", ""],
  [[]],
  {},
  { "?": 1 },
  "2026-99-99",
  "a\nb",
];

const config = {
  formatVersion: 1,
  naming: { patterns: ["{project}_{entity}_v{version}"] },
  publicSchemas: ["a"],
  landingSchemas: ["b"],
  operationalCatalogs: ["c"],
  requiredColumns: [{ columns: ["d"], when: "always" }],
  supportWindow: "P3M",
  actions: { breaking: "block", risky: "warn", additive: "allow", neutral: "allow", policy: "warn", gate: "block" },
  losslessWidening: "risky",
  bounds: { loosenedFactor: 2 },
  jobRepositories: ["owner/name"],
  leads: { members: ["ada"], plurality: 1 },
  profiles: {
    production: {
      server: "https://trino.example.com",
      engine: "trino",
      catalog: "a",
      schemas: ["b"],
      user: "c",
      auth: { kind: "basic", userEnv: "A", passwordEnv: "B" },
      caFile: "d",
      headers: { a: "b" },
      timeouts: { connectSeconds: 1, querySeconds: 1 },
    },
  },
};
const snapshot = {
  formatVersion: 1,
  catalog: "c",
  schema: "s",
  name: "v",
  kind: "view",
  security: "definer",
  comment: "c",
  columns: [{ name: "a", type: "bigint", nullable: true, comment: "d" }],
  definition: "e",
};
const waiver = {
  formatVersion: 1,
  finding: "9f2c41d07ab3e815",
  rule: "column-removed",
  view: "a.b.c",
  path: "d",
  before: "e",
  after: "f",
  owner: "g",
  reason: "h",
  ends: "2026-11-22",
};
const signature = {
  rawType: "row",
  arguments: [
    {
      kind: "NAMED_TYPE",
      value: {
        fieldName: { name: "a" },
        typeSignature: { rawType: "varchar", arguments: [{ kind: "LONG", value: 1 }] },
      },
    },
  ],
};

/** Everything that comes of `value` when one part of it is replaced by junk, left out, or joined by one too many. */
function spoilt(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return junk;
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const rebuilt = (changed: [string, unknown][]) =>
    isList ? changed.map(([, item]) => item) : Object.fromEntries(changed);
  const replaced = entries.flatMap(([key, item], at) =>
    spoilt(item).map((part) => rebuilt(entries.with(at, [key, part]))),
  );
  const missing = entries.map((_, at) => rebuilt(entries.toSpliced(at, 1)));
  return [...junk, ...replaced, ...missing, rebuilt([...entries, ["unheardOf", 1]])];
}

function problemOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** How zod words what it finds when nobody gave it words. */
const raw = /Invalid|Too (?:small|big)|Unrecognized|received|to have [<>]/;

test.each<[string, unknown, (text: string, value: unknown) => unknown]>([
  ["a configuration", config, (text) => parseConfig(text, "schema-gate.yaml")],
  ["a waiver", waiver, (text) => parseWaiver(text, `waivers/${waiver.finding}.yaml`)],
  ["a snapshot", snapshot, (text) => parseSnapshotText(text, "snapshots/c/s/v.json")],
  ["a type signature", signature, (_, value) => typeFromSignature(value)],
])("whatever is wrong with %s is said in plain words", (_, good, read) => {
  expect(problemOf(() => read(JSON.stringify(good), good))).toBe(null);
  const problems = spoilt(good).map((bad) => problemOf(() => read(JSON.stringify(bad), bad)) ?? "");
  expect(problems.filter((problem) => problem !== "").length).toBeGreaterThan(junk.length);
  expect(problems.filter((problem) => raw.test(problem))).toEqual([]);
});
