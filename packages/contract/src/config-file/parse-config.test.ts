import { expect, test } from "@jest/globals";
import { UserError } from "../user-error.js";
import { defaultConfig } from "./default-config.js";
import { parseConfig } from "./parse-config.js";

const file = "schema-gate.yaml";

function problemsOf(text: string): readonly string[] {
  try {
    parseConfig(text, file);
  } catch (error) {
    if (error instanceof UserError && error.kind === "usage") return error.message.split("\n");
    throw error;
  }
  return [];
}

test("without a file these defaults hold", () => {
  expect(defaultConfig).toEqual({
    formatVersion: 1,
    naming: { patterns: ["v__{source}__{entity}__v{version}", "{project}_{entity}_v{version}"] },
    publicSchemas: ["dev_prod_live"],
    landingSchemas: ["*_landing", "*_raw"],
    operationalCatalogs: ["atlas", "*_atlas", "mongodb"],
    projects: [],
    requiredColumns: [
      { columns: ["updated_at", "inserted_at", "xformed_at"], when: "always" },
      { columns: ["deleted_at"], when: "soft-deletion" },
      { columns: ["version_id", "task_id", "build_variant", "execution"], when: "evergreen" },
    ],
    supportWindow: "P3M",
    actions: { breaking: "block", risky: "warn", additive: "allow", neutral: "allow", policy: "warn", gate: "block" },
    losslessWidening: "breaking",
    bounds: { loosenedFactor: 2 },
    jobRepositories: [],
    jobFolders: ["src/jobs"],
    leads: { members: [], plurality: "majority" },
    profiles: {},
  });
});

test.each([
  [""],
  ["# nothing yet\n"],
  ["---\n"],
  ["\ufeffformatVersion: 1\r\n"],
  ["{}"],
  ["formatVersion: 1\nprofiles:\n  # prod:\nleads:\n  members:\nnaming: {}\nactions: {}\n"],
])("%j says nothing but the defaults", (text) => {
  expect(parseConfig(text, file)).toEqual(defaultConfig);
});

test("every key can be given", () => {
  const text = `formatVersion: 1
naming: { patterns: ["{entity}_v{version}"] }
publicSchemas: [awsdatacatalog.dev_prod_live, "*_public"]
landingSchemas: []
operationalCatalogs: [atlas]
projects: [evergreen, bf_manager]
requiredColumns:
  - columns: [updated_at]
  - { columns: [deleted_at], when: soft-deletion }
supportWindow: P6M
actions: { breaking: acknowledge, gate: acknowledge }
losslessWidening: risky
bounds: { loosenedFactor: 1.5 }
jobRepositories: [10gen/mongo-etls]
jobFolders: [etl/jobs, "my jobs"]
leads: { members: [ada, grace], plurality: 2 }
profiles:
  prod:
    server: https://trino.example.com:8443
    catalog: awsdatacatalog
    schemas: [dev_prod_live]
`;
  expect(parseConfig(text, file)).toEqual({
    formatVersion: 1,
    naming: { patterns: ["{entity}_v{version}"] },
    publicSchemas: ["awsdatacatalog.dev_prod_live", "*_public"],
    landingSchemas: [],
    operationalCatalogs: ["atlas"],
    projects: ["evergreen", "bf_manager"],
    requiredColumns: [
      { columns: ["updated_at"], when: "always" },
      { columns: ["deleted_at"], when: "soft-deletion" },
    ],
    supportWindow: "P6M",
    actions: { ...defaultConfig.actions, breaking: "acknowledge", gate: "acknowledge" },
    losslessWidening: "risky",
    bounds: { loosenedFactor: 1.5 },
    jobRepositories: ["10gen/mongo-etls"],
    jobFolders: ["etl/jobs", "my jobs"],
    leads: { members: ["ada", "grace"], plurality: 2 },
    profiles: {
      prod: {
        server: "https://trino.example.com:8443",
        engine: "trino",
        catalog: "awsdatacatalog",
        schemas: ["dev_prod_live"],
        user: null,
        auth: { kind: "none" },
        caFile: null,
        headers: {},
        timeouts: { connectSeconds: 10, querySeconds: 300 },
      },
    },
  });
});

test("a profile that nobody named is not found under a name every object has", () => {
  expect(parseConfig("", file).profiles.constructor).toBe(undefined);
});

test.each([
  ["an unknown key", "publicSchema: [a]\n", ['1:1: unknown key "publicSchema"; did you mean publicSchemas?']],
  [
    "other word separators",
    "support-window: P3M\n",
    ['1:1: unknown key "support-window"; did you mean supportWindow?'],
  ],
  [
    "a key from nowhere",
    "actions:\n  colour: red\n",
    ['2:3: actions: unknown key "colour"; allowed here: breaking, risky, additive, neutral, policy, gate'],
  ],
  ["an unknown key without a value", "profles:\n", ['1:1: unknown key "profles"; did you mean profiles?']],
  ["another format", "formatVersion: 2\n", ["1:16: formatVersion: 2 is unknown; this version of Schema Gate reads 1"]],
  [
    "a misspelt choice",
    "actions:\n  risky: blok\n",
    ['2:10: actions.risky: must be one of block, acknowledge, warn, allow, not "blok"; did you mean block?'],
  ],
  [
    "gate findings let through",
    "actions: { gate: allow }",
    ['1:18: actions.gate: must be one of block, acknowledge, warn, not "allow"'],
  ],
  [
    "a choice that is a number",
    "losslessWidening: 1",
    ["1:19: losslessWidening: must be one of breaking, risky, not a number"],
  ],
  ["text for a list", "publicSchemas: dev_prod_live", ["1:16: publicSchemas: must be a list, not text"]],
  ["an empty item", "publicSchemas:\n  -\n  - a\n", ["2:4: publicSchemas[0]: must be text, not empty"]],
  ["a list for keys", "naming: [a]", ["1:9: naming: must be keys with values, not a list"]],
  ["a text for the whole", "hello", ["1:1: must be keys with values, not text"]],
  ["an empty list", "publicSchemas: []", ["1:16: publicSchemas: must name at least one schema"]],
  ["a naming pattern", "naming: { patterns: ['{entity}'] }", ["1:22: naming.patterns[0]: it must end with {version}"]],
  [
    "a period",
    "supportWindow: 3 months",
    ["1:16: supportWindow: must be a period of years, months, weeks and days, like P3M"],
  ],
  ["a bound", "bounds: { loosenedFactor: 0.5 }", ["1:27: bounds.loosenedFactor: must be at least 1"]],
  [
    "a plurality in words",
    "leads: { plurality: half }",
    ["1:21: leads.plurality: must be majority or a whole number of members, at least 1"],
  ],
  [
    "a plurality of nobody",
    "leads: { plurality: 0 }",
    ["1:21: leads.plurality: must be majority or a whole number of members, at least 1"],
  ],
  [
    "a plurality out of reach",
    "leads: { members: [ada], plurality: 2 }",
    ["1:37: leads.plurality: can never be reached: there are only 1 members"],
  ],
  ["a lead twice", "leads: { members: [ada, Ada] }", ["1:19: leads.members: names somebody twice"]],
  ["a lead with @", 'leads: { members: ["@ada"] }', ["1:20: leads.members[0]: must be a GitHub login, without @"]],
  [
    "a missing key",
    "requiredColumns:\n  - when: always\n",
    ["2:5: requiredColumns[0].columns: is missing; it must be a list"],
  ],
  [
    "everything at once, in the file's order",
    "actions: 1\nbound: 2\nleads: x\n",
    [
      "1:10: actions: must be keys with values, not a number",
      '2:1: unknown key "bound"; did you mean bounds?',
      "3:8: leads: must be keys with values, not text",
    ],
  ],
])("%s is refused with place, reason and what is allowed", (_what, text, expected) => {
  expect(problemsOf(text)).toEqual(expected.map((line) => `${file}:${line}`));
});

test("more than twenty problems are counted, not listed", () => {
  const problems = problemsOf(Array.from({ length: 25 }, (_, index) => `zzzz${index}: 1`).join("\n"));
  expect([problems.length, problems[20]]).toEqual([21, "schema-gate.yaml: and 5 more problems"]);
});
