import { expect, test } from "@jest/globals";
import { deprecateContract } from "./deprecate-contract.js";
import { scaffoldVersion } from "./scaffold-version.js";

const file = "schemas/a/live/evergreen_tasks_v1.yaml";
const successor = "a.live.evergreen_tasks_v2";
const edits = {
  deprecateContract: (text: string) => deprecateContract(text, file, { successor, endOfSupport: "2027-02-22" }),
  scaffoldVersion: (text: string) =>
    scaffoldVersion(text, file, "schemas/a/live/evergreen_tasks_v2.yaml", {
      name: "evergreen_tasks_v2",
      version: 2,
      predecessor: "a.live.evergreen_tasks_v1",
      reason: "Net of tax.",
      released: "2026-11-22",
    }),
};

const head = `apiVersion: v3.1.0
kind: DataContract
id: evergreen-tasks
version: 1.4.0
status: active
servers: [{ server: trino, type: trino, host: h, port: 443, catalog: a, schema: live }]
schema: [{ name: evergreen_tasks, physicalName: evergreen_tasks_v1, properties: [{ name: id, physicalType: varchar }] }]
`;
const flowLists = `slaProperties: [ { property: latency, value: 1,  unit: h }, # late
  # Support.
  {property: endOfSupport, value: '2026-12-31'} # a mail, in May
  ]  # sla
customProperties: # own
  [
    {property: stakeholders, value: [{team: A}]}, # who, and
    # what for:
    {property: use, value: analytical}, # a comma, and a row
  ]
# Last.
`;

test.each([
  [
    "deprecateContract",
    flowLists
      .replace("2026-12-31", "2027-02-22")
      .replace("analytical}", `analytical}, {"property":"successor","value":"${successor}"}`),
  ],
  [
    "scaffoldVersion",
    flowLists
      .replace("  unit: h }, #", '  unit: h }, {"property":"generalAvailability","value":"2026-11-22"} #')
      .replace("{property: endOfSupport, value: '2026-12-31'}", "")
      .replace("{property: stakeholders, value: [{team: A}]},", "")
      .replace(
        "analytical}",
        'analytical}, {"property":"predecessor","value":"a.live.evergreen_tasks_v1"}, {"property":"versionReason","value":"Net of tax."}',
      ),
  ],
] as const)("%s keeps comments and layout in lists of flow style", (kind, expected) => {
  const { text: found } = edits[kind](head + flowLists);
  expect(found.slice(found.indexOf("slaProperties"))).toBe(expected);
});

const [one, two, use] = [
  "{property: successor, value: a}",
  "{property: stakeholders, value: []}",
  "{property: use, value: report}",
];
const come =
  '{"property":"predecessor","value":"a.live.evergreen_tasks_v1"}, {"property":"versionReason","value":"Net of tax."}';

test.each([
  ["[]", `[${come}]`],
  [`[${one}]`, `[${come}]`],
  [`[${one}, ${two}]`, `[${come} ]`],
  [`[${one}, ${use}, ${two}]`, `[ ${use}, ${come} ]`],
  [`[${use}, ${one}, ${two}]`, `[${use}, ${come}  ]`],
  [`[${use},${one},${two},]`, `[${use}, ${come},]`],
  [`[${one}, # one, and\n  ${use} # use, and\n  , ${two} ]`, `[ # one, and\n  ${use}, ${come} # use, and\n    ]`],
])("of the list %s rows go with their commas", (before, after) => {
  const { text: found } = edits.scaffoldVersion(`${head}customProperties: ${before}\n`);
  expect(/customProperties: ([\s\S]*?)\n(?=slaProperties)/.exec(found)?.[1]).toBe(after);
});
