import { expect, test } from "@jest/globals";
import { cacheFolder } from "./cache-folder.js";

test.each([
  [{ SCHEMA_GATE_CACHE: "/own", XDG_CACHE_HOME: "/xdg" }, "/own"],
  [{ XDG_CACHE_HOME: "/xdg" }, "/xdg/schema-gate"],
  [{ SCHEMA_GATE_CACHE: "", XDG_CACHE_HOME: "" }, "/home/ada/.cache/schema-gate"],
  [{}, "/home/ada/.cache/schema-gate"],
])("with %j the cache is %s", (env, folder) => {
  expect(cacheFolder(env, "/home/ada")).toBe(folder);
});
