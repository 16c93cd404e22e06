import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { viewLabel, viewOfLabel } from "./view-label.js";

test("a label tells the view it was made of, whatever is in its names", () => {
  const name = fc.oneof(fc.constantFrom("a", "A", 'a"b', ".", '"."', "", "a.b", "a b", "ä"), fc.string());
  fc.assert(
    fc.property(fc.record({ catalog: name, schema: name, name }), (view) => {
      expect(viewOfLabel(viewLabel(view))).toEqual(view);
    }),
  );
});

test.each(["", "a", "a.b", "a.b.c.d", "a.b.C", 'a.b."c"', 'a.b."', "a..b", 'a.b."c"d"'])("%j is no label", (text) => {
  expect(viewOfLabel(text)).toBe(null);
});
