import { expect, test } from "@jest/globals";
import { parseConfig, UserError } from "@schema-gate/contract";
import { findProfile } from "./profile.js";

const server = "{ server: https://trino.example.com, catalog: a, schemas: [b], user: u }";
const configOf = (...names: string[]) =>
  parseConfig(`profiles: { ${names.map((name) => `${name}: ${server}`).join(", ")} }\n`, "schema-gate.yaml");
const noProfiles =
  "There is no schema-gate.yaml here, or it has no profiles. Write the Trino server to ask into it, under profiles: its name, server, catalog, schemas and user.";

test.each([
  [null, ["one"]],
  ["one", ["one", "two"]],
])("%s is found among %j", (name, names) => {
  const config = configOf(...names);
  expect(findProfile(name, config)).toBe(config.profiles.one);
});

test.each([
  [null, [], noProfiles],
  ["one", [], noProfiles],
  [null, ["one", "two"], "schema-gate.yaml has several profiles; name the one to ask: one, two."],
  ["three", ["one", "two"], 'There is no profile "three" in schema-gate.yaml; it has: one, two.'],
  ["toString", ["one"], 'There is no profile "toString" in schema-gate.yaml; it has: one.'],
])("%s among %j is refused", (name, names, message) => {
  expect(() => findProfile(name, configOf(...names))).toThrow(new UserError("usage", message));
});
