import { expect, test } from "@jest/globals";
import { parseNamingPattern } from "./naming-pattern.js";

test.each([
  ["{project}_{entity}_v{version}", { literals: ["", "_"], names: ["project", "entity"], tail: "", marker: "_v" }],
  [
    "v__{source}__{entity}__v{version}",
    { literals: ["v__", "__"], names: ["source", "entity"], tail: "", marker: "__v" },
  ],
  ["{entity}_daily_v{version}", { literals: [""], names: ["entity"], tail: "_daily", marker: "_v" }],
  ["bf_tasks_v{version}", { literals: [], names: [], tail: "bf_tasks", marker: "_v" }],
  ["{entity}v{version}", { literals: [""], names: ["entity"], tail: "", marker: "v" }],
])("the pattern %s is taken apart", (pattern, expected) => {
  expect(parseNamingPattern(pattern)).toEqual(expected);
});

const spacing = "text must stand between two placeholders, and no digit right before {version}";
test.each([
  ["{project}_{entity}", "it must end with {version}"],
  ["v{version}_{entity}", "it must end with {version}"],
  ["{entity}_v{version}_final", "it must end with {version}"],
  ["", "it must end with {version}"],
  ["{project}{entity}_v{version}", spacing],
  ["{entity}{version}", spacing],
  ["{version}", spacing],
  ["{entity}_2{version}", spacing],
  ["{team}_v{version}", "{team} is none of {project}, {source}, {entity}, {version}"],
  ["{}_v{version}", "{} is none of {project}, {source}, {entity}, {version}"],
  ["{entity}_{entity}_v{version}", "a placeholder stands in it twice"],
  ["{entity}-v{version}", "its text may hold a-z, 0-9 and _ only"],
  ["{entity_v{version}", "its text may hold a-z, 0-9 and _ only"],
  ["{Entity}_v{version}", "{Entity} is none of {project}, {source}, {entity}, {version}"],
])("the pattern %j is refused", (pattern, problem) => {
  expect(parseNamingPattern(pattern)).toBe(problem);
});
