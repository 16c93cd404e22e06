import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Column, Contract } from "../contract.js";
import { UserError } from "../user-error.js";
import { printBundle, printSnapshot } from "./print-snapshot.js";
import { locateView, locateViews, readView } from "./read-snapshot.js";
import { type LocatedView, readViewPair } from "./read-view-pair.js";

const column = (name: string, type = "varchar"): Column => ({ name, type, nullable: null, comment: null });
const view = (columns: readonly Column[]): Contract => ({
  catalog: "awsdatacatalog",
  schema: "dev_prod_live",
  name: "evergreen_tasks_v1",
  kind: "view",
  security: "definer",
  comment: null,
  columns,
  definition: "SELECT 1",
});

function located(text: string, file: string): LocatedView {
  const bytes = Buffer.from(text);
  return { bytes, text: locateView(bytes, file), file };
}

/** The columns with every value read, as plain objects. */
function plain(contract: Contract): Contract {
  const columns = contract.columns.map(({ name, type, nullable, comment }) => ({ name, type, nullable, comment }));
  return { ...contract, columns };
}

test("two printed views are read as they are, and columns of equal bytes are one object", () => {
  const before = view([column("a"), column("b"), column("c")]);
  const after = view([column("a"), column("x"), column("b", "bigint"), column("c")]);
  const pair = readViewPair(located(printSnapshot(before), "b.json"), located(printSnapshot(after), "a.json"));
  expect([plain(pair.before), plain(pair.after)]).toEqual([before, after]);
  const same = pair.after.columns.map((each) => pair.before.columns.indexOf(each));
  expect(same).toEqual([0, -1, -1, 2]);
});

test("a pair is read as each of its views would be alone, in files and bundles", () => {
  const name = fc.constantFrom("a", "b", "c", "d", "e", "f", "Odd", 'q"uote', "ü", "__proto__");
  const columns = fc.uniqueArray(fc.record({ name, type: fc.constantFrom("varchar", "bigint", "row(a bigint)") }), {
    selector: (each) => each.name.toLowerCase(),
  });
  const sides = fc
    .tuple(columns, columns)
    .map((both) => both.map((list) => view(list.map((each) => column(each.name, each.type)))));
  fc.assert(
    fc.property(sides, fc.boolean(), ([before, after], inBundle) => {
      if (!before || !after) return;
      const alone = (text: Buffer, file: string) => {
        const at = inBundle ? locateViews(text, file)[0] : locateView(text, file);
        if (!at) throw new Error("no view");
        return { located: { bytes: text, text: at, file }, contract: readView(text, at, file) };
      };
      const print = inBundle ? (contract: Contract) => printBundle([contract]) : printSnapshot;
      const one = alone(Buffer.from(print(before)), "b.json");
      const other = alone(Buffer.from(print(after)), "a.json");
      const pair = readViewPair(one.located, other.located);
      expect([plain(pair.before), plain(pair.after)]).toEqual([one.contract, other.contract]);
    }),
  );
});

test("nothing hides in what both sides share", () => {
  const two = '{ "name": "a", "type": "varchar" }, { "name": "b", "type": "varchar" },';
  const hidden = printSnapshot(view([column("x"), column("c")])).replace(/\{ "name": "x".*/, two);
  const spelt = hidden.replace('{ "name": "b"', '{ "\\u006eame": "b"');
  for (const text of [hidden, spelt]) {
    const twice = text.replace('"name": "c"', '"name": "b"');
    expect(() => readViewPair(located(text, "b.json"), located(twice, "a.json"))).toThrow(
      'the column "b" stands twice',
    );
  }
});

const good = printSnapshot(view([column("a"), column("b")]));

test.each([
  ["a doubled column", good.replace('"name": "b"', '"name": "a"'), 'the column "a" stands twice (line 11, column 5)'],
  [
    "a column with a key too many",
    good.replace('"name": "b",', '"name": "b", "more": 1,'),
    'columns[1]: unknown key "more"; allowed here: name, type, nullable, comment (line 11, column 20)',
  ],
  [
    "two columns on a line",
    good.replace(
      '"name": "b", "type": "varchar", "nullable": null, "comment": null }',
      '"name": "b" }, { "name": "c" }',
    ),
    "columns[1].type: is missing; it must be text (line 11, column 5)",
  ],
  [
    "a second name",
    good.replace('"kind": "view",', '"kind": "view", "name": "other",'),
    'the key "name" stands twice in one object (line 6, column 19)',
  ],
  [
    "a second type",
    good.replace('"name": "b", "type"', '"name": "b", "type": "bigint", "type"'),
    'the key "type" stands twice in one object (line 11, column 38)',
  ],
  [
    "a second type where there is room for it",
    good.replace(
      '"name": "b", "type": "varchar", "nullable": null, "comment": null }',
      '"name":"b","type":1,"type":"varchar","nullable":null,"comment":null}',
    ),
    'the key "type" stands twice in one object (line 11, column 27)',
  ],
  [
    "a second type, in a line with escapes",
    good.replace('"name": "b", "type"', '"name": "b", "type": "row(\\"x\\" bigint)", "type"'),
    'the key "type" stands twice in one object (line 11, column 49)',
  ],
  [
    "a second list of columns",
    good.replace('"definition"', '"columns": [{ "name": "z", "type": "date" }], "definition"'),
    null,
  ],
])("%s is refused with its place", (_, text, reason) => {
  const read = () => readViewPair(located(good.replace("SELECT 1", "SELECT 2"), "b.json"), located(text, "a.json"));
  if (reason !== null) expect(read).toThrow(new UserError("usage", `Cannot read a.json: ${reason}`));
  else expect(read).toThrow(UserError);
});
