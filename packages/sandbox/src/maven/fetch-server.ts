import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fillOnce } from "../fill-once.js";
import { assemblyPom } from "./assembly-pom.js";
import { runMaven } from "./maven.js";
import type { Recipe } from "./recipe.js";
import { compileStarter } from "./starter.js";

/** Where the cache keeps a server. A changed recipe gets another folder, so a server of an older recipe is never used. */
export function serverFolder(cache: string, recipe: Recipe): string {
  const digest = createHash("sha256").update(assemblyPom(recipe)).digest("hex").slice(0, 8);
  return join(cache, "trino", `${recipe.version}-${digest}`);
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
    await runMaven(unfinished, `Trino ${recipe.version}`);
    if (recipe.server === "libraries") await compileStarter(java, recipe.version, join(unfinished, "lib"));
  });
  return folder;
}
