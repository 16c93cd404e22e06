import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fillOnce } from "../fill-once.js";
import { serverName } from "../server/engine.js";
import { hasIceberg } from "../server/iceberg.js";
import { assemblyPom } from "./assembly-pom.js";
import { announceIceberg } from "./iceberg-plugin.js";
import { runMaven } from "./maven.js";
import type { Recipe } from "./recipe.js";
import { compileStarter, starterOf } from "./starter.js";

/** Where the cache keeps a server. A changed recipe gets another folder, so a server of an older recipe is never used. */
export function serverFolder(cache: string, recipe: Recipe): string {
  const { engine, version } = recipe;
  const hash = createHash("sha256").update(assemblyPom(recipe));
  // Trino's starter is as old as its recipes; PrestoDB's is a connector too, and changes.
  if (engine === "presto") hash.update(starterOf(recipe).source);
  return join(cache, engine, `${version}-${hash.digest("hex").slice(0, 8)}`);
}

/** Whether the server is in the cache: what is there is complete. */
export function hasServer(cache: string, recipe: Recipe): boolean {
  return existsSync(serverFolder(cache, recipe));
}

/** Puts a server into the cache, once, and returns its folder. */
export async function fetchServer(cache: string, recipe: Recipe, java: string): Promise<string> {
  const folder = serverFolder(cache, recipe);
  await fillOnce(folder, async (unfinished) => {
    await writeFile(join(unfinished, "pom.xml"), assemblyPom(recipe));
    await runMaven(unfinished, serverName(recipe.version));
    if (hasIceberg(recipe.version)) await announceIceberg(unfinished);
    if (recipe.server === "libraries") await compileStarter(java, recipe, join(unfinished, "lib"));
  });
  return folder;
}
