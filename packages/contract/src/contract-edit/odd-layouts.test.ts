import { expect, test } from "@jest/globals";
import { deprecateContract } from "./deprecate-contract.js";
import { scaffoldVersion } from "./scaffold-version.js";

const file = "schemas/a/live/evergreen_tasks_v1.yaml";
const target = "schemas/a/live/evergreen_tasks_v2.yaml";
const successor = "a.live.evergreen_tasks_v2";

/** A contract with rows that are changed, that come and that go, and neighbours that stay. */
const lines = `apiVersion: v3.1.0
kind: DataContract
id: evergreen-tasks
version: 1.4.0
status: active
servers:
  - server: trino
    type: trino
    host: h
    port: 443
    catalog: a
    schema: live
schema:
  - name: evergreen_tasks
    physicalName: evergreen_tasks_v1
    properties:
      - name: task_id
        physicalType: varchar
      - name: updated_at
        physicalType: timestamp(3)
slaProperties:
  - property: latency
    value: 1
    unit: h
    element: evergreen_tasks_v1.updated_at
  - property: endOfSupport
    value: 2026-12-31
  - property: retention
    value: unlimited
customProperties:
  - property: deletionMode
    value: none
  - property: stakeholders
    value:
      - team: Build Baron
  - property: use
    value: analytical
`.split("\n");
lines.pop();

const edits = {
  deprecateContract: (text: string) => deprecateContract(text, file, { successor, endOfSupport: "2027-02-22" }),
  scaffoldVersion: (text: string) =>
    scaffoldVersion(text, file, target, {
      name: "evergreen_tasks_v2",
      version: 2,
      predecessor: "a.live.evergreen_tasks_v1",
      reason: "Net of tax.",
      released: "2026-11-22",
    }),
};
const text = (all: readonly string[]) => all.map((line) => `${line}\n`).join("");
const kinds = ["deprecateContract", "scaffoldVersion"] as const;

test.each(kinds)("%s changes what it says of the plain layout, and nothing else", (kind) => {
  const after = edits[kind](text(lines)).text.split("\n");
  expect({
    gone: lines.filter((line) => !after.includes(line)),
    come: after.filter((line) => !lines.includes(line) && line !== ""),
  }).toEqual(
    kind === "deprecateContract"
      ? {
          gone: ["status: active", "    value: 2026-12-31"],
          come: ["status: deprecated", "    value: 2027-02-22", "  - property: successor", `    value: ${successor}`],
        }
      : {
          gone: [
            "version: 1.4.0",
            "status: active",
            "    physicalName: evergreen_tasks_v1",
            "    element: evergreen_tasks_v1.updated_at",
            "  - property: endOfSupport",
            "    value: 2026-12-31",
            "  - property: stakeholders",
            "    value:",
            "      - team: Build Baron",
          ],
          come: [
            "version: 2.0.0",
            "status: draft",
            "    physicalName: evergreen_tasks_v2",
            "    element: evergreen_tasks_v2.updated_at",
            "  - property: generalAvailability",
            "    value: 2026-11-22",
            "  - property: predecessor",
            "    value: a.live.evergreen_tasks_v1",
            "  - property: versionReason",
            "    value: Net of tax.",
          ],
        },
  );
});

/** Where each line of the file stands after the edit, by a comment at its end; lines that go are not there. */
function standing(kind: (typeof kinds)[number]): {
  readonly after: string[];
  readonly placeOf: ReadonlyMap<number, number>;
} {
  const marked = edits[kind](text(lines.map((line, index) => `${line} # line ${index}`))).text;
  const after = marked.split("\n").slice(0, -1);
  const placeOf = new Map<number, number>();
  for (const [place, line] of after.entries()) {
    const index = / # line (\d+)$/.exec(line)?.[1];
    if (index !== undefined) placeOf.set(Number(index), place);
  }
  return { after: after.map((line) => line.replace(/ # line \d+$/, "")), placeOf };
}

test.each(kinds)("%s leaves the comment at the end of each line that stays", (kind) => {
  const { after, placeOf } = standing(kind);
  expect(text(after)).toBe(edits[kind](text(lines)).text);
  const gone = lines.filter((_, index) => !placeOf.has(index));
  expect(gone).toEqual(
    kind === "deprecateContract"
      ? []
      : [
          "  - property: endOfSupport",
          "    value: 2026-12-31",
          "  - property: stakeholders",
          "    value:",
          "      - team: Build Baron",
        ],
  );
});

test.each(kinds.flatMap((kind) => ["", "  ", "    ", "             "].map((indent) => ({ kind, indent }))))(
  "$kind leaves a comment between any two lines where it is, indented by $indent.length",
  ({ kind, indent }) => {
    const { after, placeOf } = standing(kind);
    for (let index = 0; index <= lines.length; index++) {
      const comment = `${indent}# here`;
      const before = lines.toSpliced(index, 0, comment);
      // A comment within a row goes with the row; one above it stays.
      const goes = index < lines.length && !placeOf.has(index) && !lines[index]?.startsWith("  - ");
      let next = index;
      while (next < lines.length && !placeOf.has(next)) next++;
      const expected = goes ? after : after.toSpliced(placeOf.get(next) ?? after.length, 0, comment);
      expect([index, edits[kind](text(before)).text]).toEqual([index, text(expected)]);
    }
  },
);

const quote = (mark: string) => (line: string) =>
  line.replace(/: (.+)$/, (pair, value) => (/^\d+$/.test(value) ? pair : `: ${mark}${value}${mark}`));
const styles: [string, (line: string) => string][] = [
  ["tabs behind keys and before comments", (line) => line.replace(/: (.*)$/, ":\t$1\t# tab")],
  ["blanks at the end of lines", (line) => `${line}  `],
  ["blank lines everywhere", (line) => `${line}\n \n`],
  ["double quotes", quote('"')],
  ["single quotes", quote("'")],
  ["carriage returns", (line) => `${line}\r`],
];

test.each(styles.flatMap(([name, style]) => kinds.map((kind) => ({ name, style, kind }))))(
  "$kind keeps $name, and says what it adds plainly",
  ({ name, style, kind }) => {
    const { after, placeOf } = standing(kind);
    const kept = new Set(placeOf.values());
    const plain = (line: string) => (name === "carriage returns" ? style(line) : line);
    const expected = after.map((line, place) => (kept.has(place) ? style(line) : plain(line)));
    const found = edits[kind](text(lines.map(style)));
    // Blank lines behind a row that goes are nobody's: they stay.
    const withoutBlank = (all: string) =>
      all.split("\n").filter((line) => line.trim() !== "" || name !== "blank lines everywhere");
    expect(withoutBlank(found.text)).toEqual(withoutBlank(text(expected)));
    expect(found.contract).toEqual(edits[kind](text(lines)).contract);
  },
);

const ends: [string, string, (plain: string) => string][] = [
  ["no line break at the end", text(lines).trimEnd(), (plain) => plain],
  ["no line break behind a last comment", `${text(lines)}# Last.`, (plain) => `${plain}# Last.`],
  ["blank lines at the end", `${text(lines)}\n\n`, (plain) => `${plain}\n\n`],
  [
    "marks of the document",
    `# First.\n---\n${text(lines)}...\n# Last.\n`,
    (plain) => `# First.\n---\n${plain}...\n# Last.\n`,
  ],
];

test.each(ends.flatMap(([name, before, lay]) => kinds.map((kind) => ({ name, before, lay, kind }))))(
  "$kind keeps $name",
  ({ before, lay, kind }) => {
    expect(edits[kind](before).text).toBe(lay(text(standing(kind).after)));
  },
);

test.each(kinds)("%s refuses anchors and aliases, which no contract may have, and names the line", (kind) => {
  const anchored = text(lines).replace("host: h", "host: &host h");
  expect(() => edits[kind](anchored)).toThrow(
    /^schemas\/a\/live\/evergreen_tasks_v1\.yaml:9:\d+: servers\[0\]\.host: anchors \(&name\) are not read; write the value out where it is needed$/,
  );
});
