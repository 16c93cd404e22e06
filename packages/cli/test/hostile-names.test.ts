import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { type Contract, nameLabel, printSnapshot, snapshotPath } from "@schema-gate/contract";
import { reportSchema } from "@schema-gate/report";
import { formats } from "../src/formats.js";
import { runCli, temporaryFolder } from "./run-cli.js";

/** Names strangers would give to a view and its columns, in lower case as Trino has them. */
const names = [
  "\"quoted\" 'name'",
  "`code` ``` js",
  "line\nbreak\r\n# title",
  "@team @org/team",
  "\u202egnp.exe\u2066\u200f",
  "nul\u0000",
  "\u001b[31mred\u001b]0;title\u0007\u009b31m",
  "</td></tr></table><script>alert(1)</script>",
  "::error file=a,line=1::x",
  "##[error]x",
  "\u0024{{ secrets.token }}",
  "](http://evil) https://evil.example",
];

function view(name: string, columns: readonly string[]): Contract {
  return {
    catalog: "awsdatacatalog",
    schema: "dev_prod_live",
    name,
    kind: "view",
    security: "definer",
    comment: name,
    columns: columns.map((column) => ({ name: column, type: "varchar", nullable: null, comment: column })),
    definition: null,
  };
}

function writeSides(): string {
  const folder = temporaryFolder();
  for (const name of names) {
    // The first columns vanish, the last stays, and a view is gone whole.
    for (const contract of [view(name, [...names, "id"]), view(`removed ${name}`, ["id"])])
      write(folder, "before", contract);
    write(folder, "after", view(name, ["id"]));
  }
  return folder;
}

function write(folder: string, side: string, contract: Contract): void {
  const file = join(folder, side, snapshotPath(contract));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, printSnapshot(contract));
}

const unseen = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;
const folder = writeSides();

/** Our own annotations for GitHub, whose title holds no colon and whose message no command. */
const annotations = /^::(?:error|notice) (?:file=[^:,\n]*,line=\d+,endLine=\d+,)?title=[^:,\n]*::(?:(?!::|##\[).)+$/gm;

test.each(formats)("names of strangers steer neither terminal nor log as %s", async (format) => {
  const { code, out, err } = await runCli(folder, "diff", "before", "after", "--format", format);
  expect([code, err]).toEqual([1, ""]);
  expect(out.match(unseen)).toBe(null);
  const others = out.replace(annotations, "");
  expect(others.match(/^\s*::|##\[/gm)).toBe(null);
  expect(others === out).toBe(format !== "github");
});

test("each name is found, and said as it is", async () => {
  const { out } = await runCli(folder, "diff", "before", "after", "--format", "json");
  const { findings } = reportSchema.parse(JSON.parse(out));
  const label = (name: string) => `awsdatacatalog.dev_prod_live.${nameLabel(name)}`;
  const found = findings.map(({ rule, view: name, path }) => JSON.stringify([rule, name, path]));
  const expected = names.flatMap((name) => [
    ...names.map((column) => ["column-removed", label(name), nameLabel(column)]),
    ["view-removed", label(`removed ${name}`), ""],
  ]);
  expect(found.sort()).toEqual(expected.map((each) => JSON.stringify(each)).sort());
});

test("a name in an error message steers nothing either", async () => {
  const [name = ""] = names.filter((each) => each.includes("\u001b"));
  const broken = temporaryFolder();
  write(broken, "before", view(name, ["id"]));
  write(broken, "after", { ...view(name, ["id"]), columns: [{ name, type: name, nullable: null, comment: null }] });
  const { code, out, err } = await runCli(broken, "diff", "before", "after");
  expect([code, out]).toEqual([2, ""]);
  expect(err.match(unseen)).toBe(null);
});
