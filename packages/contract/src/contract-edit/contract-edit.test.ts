import { expect, test } from "@jest/globals";
import { deprecateContract } from "./deprecate-contract.js";
import { scaffoldVersion } from "./scaffold-version.js";

const file = "schemas/a/live/evergreen_tasks_v1.yaml";
const successor = "a.live.evergreen_tasks_v2";
const end = { successor, endOfSupport: "2027-02-22" };

/** Layout that no printer would write so: odd indents, quotes, comments at the end of lines and between rows. */
const head = `# Asked for by the build barons.
apiVersion: v3.1.0
kind:    DataContract
id: 'evergreen-tasks'   # never changes
version: "1.4.0"   # the view's version first
status: active     # since spring
servers: [{ server: trino, type: trino, host: h, port: 443, catalog: a, schema: live }]

schema:
- name: evergreen_tasks
  physicalName: evergreen_tasks_v1
  properties:
  - {name: task_id, physicalType: varchar}
  - name: updated_at
    physicalType: timestamp(3)
    description: |
      When it was changed.

      In UTC.
`;
const sla = `slaProperties:
    # How late may it be?
    - property: latency
      value: 1
      unit: h
      element: evergreen_tasks_v1.updated_at   # the physical name
    - property: generalAvailability
      value: 2026-01-01
    # Nobody knows better.
    - property: endOfSupport
      value: 2026-12-31  # was said in a mail
# What is our own.
`;
const own = `customProperties:
- property: deletionMode
  value: none
- property: stakeholders   # who reads it
  value:
  - team: Build Baron
    contact: null
- property: versionReason
  value: >-
    Because of
    that.
`;

test("the version before is marked deprecated, and nothing else of its text changes", () => {
  const { text, contract } = deprecateContract(head + sla + own, file, end);
  const expected = (head + sla)
    .replace("status: active ", "status: deprecated ")
    .replace("value: 2026-12-31 ", "value: 2027-02-22 ");
  expect(text).toBe(`${expected}${own}- property: successor\n  value: ${successor}\n`);
  const { status, endOfSupport, lineage } = contract.promises;
  expect([status, endOfSupport, lineage.successor]).toEqual(["deprecated", "2027-02-22", successor]);
});

test("an end of support that was promised for later stays", () => {
  const later = (head + sla + own).replace("2026-12-31", "2027-12-31");
  expect(deprecateContract(later, file, end).contract.promises.endOfSupport).toBe("2027-12-31");
});

test.each([
  ["without a line break at the end", head.trimEnd(), `${head.trimEnd()}\n`],
  ["with comments below", `${head}# The end.\n`, head],
])("lists that are not there are made: %s", (_, before, start) => {
  const { text } = deprecateContract(before, file, end);
  const added = `slaProperties:
  - property: endOfSupport
    value: 2027-02-22
customProperties:
  - property: successor
    value: ${successor}
`;
  const rest = before.endsWith("# The end.\n") ? "# The end.\n" : "";
  expect(text).toBe(start.replace("status: active ", "status: deprecated ") + added + rest);
});

test("a list that is not there is made behind one that ends the file and grows itself", () => {
  const { contract } = deprecateContract(head + own, file, end);
  expect([contract.promises.endOfSupport, contract.promises.lineage.successor]).toEqual(["2027-02-22", successor]);
});

test("a contract of flow style, and one with carriage returns, keep their style", () => {
  const json = JSON.stringify({
    apiVersion: "v3.1.0",
    kind: "DataContract",
    id: "t",
    version: "1.0.0",
    status: "active",
    servers: [{ server: "trino", type: "trino", host: "h", port: 443, catalog: "a", schema: "live" }],
    schema: [{ name: "t", physicalName: "t_v1", properties: [{ name: "x", physicalType: "varchar" }] }],
    slaProperties: [{ property: "latency", value: 1, unit: "h" }],
  });
  expect(JSON.parse(deprecateContract(json, file, end).text)).toEqual({
    ...JSON.parse(json),
    status: "deprecated",
    slaProperties: [
      { property: "latency", value: 1, unit: "h" },
      { property: "endOfSupport", value: "2027-02-22" },
    ],
    customProperties: [{ property: "successor", value: successor }],
  });
  const windows = (head + sla + own).replaceAll("\n", "\r\n");
  expect(deprecateContract(windows, file, end).text.replaceAll("\r\n", "")).not.toContain("\n");
});

test("the next version is a draft that promises the same, without what was true of the one before alone", () => {
  const next = { name: "evergreen_tasks_v2", version: 2, predecessor: "a.live.evergreen_tasks_v1", reason: null };
  const before = head + sla + own;
  const { text } = scaffoldVersion(before, file, "schemas/a/live/evergreen_tasks_v2.yaml", {
    ...next,
    released: "2026-11-22",
  });
  expect(text).toBe(
    `${head
      .replace('"1.4.0"', '"2.0.0"')
      .replace("status: active ", "status: draft ")
      .replace("physicalName: evergreen_tasks_v1", "physicalName: evergreen_tasks_v2")}slaProperties:
    # How late may it be?
    - property: latency
      value: 1
      unit: h
      element: evergreen_tasks_v2.updated_at   # the physical name
    - property: generalAvailability
      value: 2026-11-22
    # Nobody knows better.
# What is our own.
customProperties:
- property: deletionMode
  value: none
- property: predecessor
  value: a.live.evergreen_tasks_v1
`,
  );
});

test("a list goes whole when its last row goes", () => {
  const only = `${head}slaProperties:\n  - property: generalAvailability\n    value: 2026-01-01\ncustomProperties:\n  - property: stakeholders\n    value: [{ team: A }]\n`;
  const { text } = scaffoldVersion(only, file, file, {
    name: "evergreen_tasks_v2",
    version: 2,
    predecessor: "a.live.evergreen_tasks_v1",
    reason: "Costs are net now.",
    released: "2026-11-22",
  });
  expect(text.slice(text.indexOf("slaProperties"))).toBe(
    "slaProperties:\n  - property: generalAvailability\n    value: 2026-11-22\ncustomProperties:\n  - property: predecessor\n    value: a.live.evergreen_tasks_v1\n  - property: versionReason\n    value: Costs are net now.\n",
  );
});
