import { expect, test } from "@jest/globals";
import { addedVersions } from "./added-versions.js";
import { familiesOf } from "./families.js";

const patterns = ["{project}_{entity}_v{version}"];
const view = (name: string) => ({ catalog: "awsdatacatalog", schema: "dev_prod_live", name });

test.each([
  ["the next number", ["evergreen_tasks_v1"], "evergreen_tasks_v2", "in-order"],
  ["a number left out", ["evergreen_tasks_v1"], "evergreen_tasks_v3", "skipping"],
  ["a lower number", ["evergreen_tasks_v3"], "evergreen_tasks_v2", "not-highest"],
  ["the same number in other digits", ["evergreen_tasks_v2"], "evergreen_tasks_v02", "not-highest"],
  ["the first that says its number", ["evergreen_tasks"], "evergreen_tasks_v1", "in-order"],
  ["a family of its own", ["evergreen_hosts_v4"], "evergreen_tasks_v1", "in-order"],
  ["a family that starts late", ["evergreen_hosts_v4"], "evergreen_tasks_v2", "late-start"],
])("%s", (_, standing, added, place) => {
  const before = standing.map(view);
  const families = [before, [...before, view(added)]].map((views) => familiesOf(views, patterns));
  const [was = new Map(), is = new Map()] = families;
  expect(addedVersions(was, is, { patterns, isAdoption: false }).placeOf(view(added))).toBe(place);
});
