import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { type Contract, printBundle } from "@schema-gate/contract";
import { reportSchema } from "@schema-gate/report";
import { runCli, temporaryFolder } from "./run-cli.js";

/** How long the longest type text known to be published is. */
const LENGTH = 285_011;

const field = (index: number) => `field_${index} row(id varchar, tags array(row(k varchar, v map(varchar, bigint))))`;
const start = `row(${Array.from({ length: 3500 }, (_, index) => field(index)).join(", ")}, `;
const long = `${start}${"x".repeat(LENGTH - start.length - " bigint)".length)} bigint)`;

function view(type: string | null): Contract {
  const columns = [
    { name: "id", type: "varchar", nullable: null, comment: null },
    ...(type === null ? [] : [{ name: "document", type, nullable: null, comment: null }]),
  ];
  const name = { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "evergreen_documents_v1" };
  return { ...name, kind: "view", security: "definer", comment: null, columns, definition: null };
}

async function compared(before: string, after: string | null, format: string): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "before.json"), printBundle([view(before)]));
  writeFileSync(join(folder, "after.json"), printBundle([view(after)]));
  const { out, err } = await runCli(folder, "diff", "before.json", "after.json", "--format", format);
  expect(err).toBe("");
  return out;
}

type Found = [rule: string, path: string, before: string | null, after: string | null];

const cases: [string, string | null, Found[]][] = [
  ["in nothing", long, []],
  [
    "in the type of one field",
    long.replace("field_3499 row(id varchar", "field_3499 row(id bigint"),
    [["column-type-changed", "document.field_3499.id", "varchar", "bigint"]],
  ],
  [
    "in a field deep inside",
    long.replace(field(1700), field(1700).replace("k varchar, ", "k varchar, w date, ")),
    [["field-inserted", "document.field_1700.tags[].w", null, "date"]],
  ],
  [
    "in one field that went",
    long.replace(`${field(9)}, `, ""),
    [["field-removed", "document.field_9", field(9).slice("field_9 ".length), null]],
  ],
  ["in the whole type", "bigint", [["column-type-changed", "document", long, "bigint"]]],
  ["in the column that went", null, [["column-removed", "document", long, null]]],
];

test("the type is as long as the longest one known", () => {
  expect(long.length).toBe(LENGTH);
});

test.each(cases)(
  "views of such a type that differ %s are compared and told in every format",
  async (_, after, found) => {
    const report = reportSchema.parse(JSON.parse(await compared(long, after, "json")));
    expect(report.findings.map(({ rule, path, before, after: now }) => [rule, path, before, now])).toEqual(found);
    for (const format of ["text", "markdown", "junit", "github", "html"]) {
      const shown = await compared(long, after, format);
      // Nobody reads a type of that length: it is shortened, and what was left out is counted.
      expect(shown.length).toBeLessThan(7000);
      const isShortened = found.some(([, , before]) => before === long);
      expect(/ … \(28\d{4} more characters\)/.test(shown)).toBe(isShortened);
    }
  },
);

test("a type that is cut off is one piece of code in Markdown", async () => {
  const message = (await compared(long, null, "markdown")).split("\n").find((line) => line.includes("…"));
  const kept = 600 - "Column document (".length;
  const more = LENGTH + ") was removed.".length - kept;
  expect(message).toBe(
    `- **BLOCK breaking**: Column \`document\` (\`${long.slice(0, kept)}\` … (${more} more characters)`,
  );
});
