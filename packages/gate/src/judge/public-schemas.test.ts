import { expect, test } from "@jest/globals";
import { contractsSide } from "../sides/contracts-side.js";
import { aView } from "../testing/snapshots.js";
import { publicSchemas } from "./public-schemas.js";

test("patterns stand for the schemas of either side that fit them", () => {
  const before = contractsSide("live", "before", [
    aView("a", []),
    aView("a", [], { schema: "team_landing" }),
    aView("a", [], { catalog: "hive", schema: "mart" }),
  ]);
  const after = contractsSide("live", "after", [aView("a", [], { schema: "stage_live" })]);
  expect(publicSchemas({ before, after }, { publicSchemas: ["*_live", "hive.mart"] })).toEqual([
    "dev_prod_live",
    "mart",
    "stage_live",
  ]);
});
