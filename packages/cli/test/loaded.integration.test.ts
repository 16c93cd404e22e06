import { beforeAll, expect, test } from "@jest/globals";
import type { Metafile } from "esbuild";
import { describeCli } from "./build-cli.js";

let built: Metafile;
beforeAll(async () => {
  built = await describeCli();
});

/** The built file that a source is the entry of. */
function fileOf(source: string): string {
  const found = Object.entries(built.outputs).find(([, { entryPoint }]) => entryPoint === source);
  if (!found) throw new Error(`${source} is not loaded by itself`);
  return found[0];
}

/** The sources that are loaded with these files, before anything else is asked for. */
function loadedWith(...sources: readonly string[]): string[] {
  const seen = new Set<string>();
  const load = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, kind } of built.outputs[file]?.imports ?? []) if (kind === "import-statement") load(path);
  };
  for (const source of sources) load(fileOf(source));
  return [...seen].flatMap((file) => Object.keys(built.outputs[file]?.inputs ?? {}));
}

const librariesOf = (sources: readonly string[]) =>
  [...new Set(sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []))].sort();

test("starting up loads what reads the command line, and nothing else", () => {
  const sources = loadedWith("cli/src/schema-diff.ts");
  expect(librariesOf(sources)).toEqual(["commander"]);
  expect(sources.filter((source) => !source.includes("node_modules") && !source.startsWith("cli/src/"))).toEqual([]);
});

test("comparing two sides loads neither YAML, nor schedules, nor a parser of SQL, nor what writes contracts", () => {
  const sources = loadedWith("cli/src/schema-diff.ts", "cli/src/commands/diff.ts");
  expect(librariesOf(sources)).toEqual(["commander", "fast-json-patch", "fastest-levenshtein", "zod"]);
  const folders = ["contract-draft", "contract-edit", "yaml-file"].map((name) => `contract/src/${name}/`);
  const contracts = sources.filter((source) => folders.some((folder) => source.startsWith(folder)));
  expect(contracts).toEqual([]);
});
