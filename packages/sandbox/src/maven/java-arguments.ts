import { join } from "node:path";
import { jvmOptions, longRunningJvmOptions } from "../server/jvm-options.js";
import { TEMPORARY } from "../server/temporary.js";
import type { Recipe } from "./recipe.js";
import { starterOf } from "./starter.js";

/** Arguments of `java` that run an assembled server; its configuration is read from `etc/` where it is run, and `tmp/` there is its own. */
export function javaArguments(recipe: Recipe, serverFolder: string, longRunning: boolean): string[] {
  const jvm = longRunning ? longRunningJvmOptions : jvmOptions;
  const settings = [
    "-Dconfig=etc/config.properties",
    `-Dplugin.dir=${join(serverFolder, "plugin")}`,
    // Libraries unpacked there stay behind when the server is forced to end, so it goes with the folder of the server.
    `-Djava.io.tmpdir=${TEMPORARY}`,
  ];
  if (recipe.server === "distribution") {
    const libraries = join(serverFolder, "server", `trino-server-core-${recipe.version}`, "lib", "*");
    return [...jvm, ...settings, "-cp", libraries, "io.trino.server.TrinoServer"];
  }
  const libraries = join(serverFolder, "lib");
  return [...jvm, ...settings, "-cp", `${libraries}:${libraries}/*`, starterOf(recipe).mainClass, recipe.version];
}
