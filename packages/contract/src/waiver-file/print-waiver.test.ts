import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { parseWaiver } from "./parse-waiver.js";
import { printWaiver } from "./print-waiver.js";
import type { Waiver } from "./waiver-schema.js";

const waiver: Waiver = {
  ends: "2027-05-31",
  reason: "Nobody has read it for a year: see the ticket.",
  owner: "ada@example.com",
  after: null,
  before: "true",
  path: "",
  view: 'awsdatacatalog.dev_prod_live."Weekly Report"',
  rule: "column-removed",
  finding: "0123456789012345",
  formatVersion: 1,
};

test("a waiver is printed in the order of the format, quoted where a YAML reader would see something else", () => {
  expect(printWaiver(waiver)).toBe(`formatVersion: 1
finding: "0123456789012345"
rule: column-removed
view: awsdatacatalog.dev_prod_live."Weekly Report"
path: ""
before: "true"
after: null
owner: ada@example.com
reason: "Nobody has read it for a year: see the ticket."
ends: 2027-05-31
`);
});

test("what is printed reads back the same, whatever the texts hold", async () => {
  const text = fc.string({ unit: "binary" });
  const said = text.map((value) => `.${value}`);
  const fact = fc.option(text);
  await fc.assert(
    fc.property(said, text, fact, fact, said, said, (view, path, before, after, owner, reason) => {
      const hostile = { ...waiver, view, path, before, after, owner, reason };
      expect(parseWaiver(printWaiver(hostile), `waivers/${waiver.finding}.yaml`)).toEqual(hostile);
    }),
  );
});
