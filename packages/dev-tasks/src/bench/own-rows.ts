import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, type Cost, measure } from "./measure.js";
import type { Bound, Row } from "./table.js";

/** The command that is measured: the built CLI. */
export const cli = fileURLToPath(new URL("../../../cli/dist/schema-diff.js", import.meta.url));
const ROUNDS = 5;

// Both stay in memory, as whoever compares them needs both.
const parseBoth =
  "const both = process.argv.slice(1).map((f) => JSON.parse(require('node:fs').readFileSync(f, 'utf8'))); process.exitCode = both.length - 2";

/** Node reading both files and JSON.parse-ing them. */
export function readAndParse(folder: string, files: readonly string[]): Command {
  return { name: "JSON.parse", arguments: ["-e", parseBoth, ...files], cwd: folder };
}

/** `schema-diff diff` of any two sides. */
export function diff(cwd: string, before: string, after: string): Command {
  return { name: "schema-diff", arguments: [cli, "diff", before, after], cwd };
}

/** Two bundles against Node reading and `JSON.parse`-ing the same two files. */
export async function bundles(folder: string, what: string, after: string, bound: Bound): Promise<Row> {
  const files = ["before.json", `${after}.json`] as const;
  const [baseline, cost] = await measure([readAndParse(folder, files), diff(folder, ...files)], ROUNDS);
  return { what, cost, baseline, bound };
}

const readAll = `
  const { readdirSync, readFileSync } = require('node:fs');
  let bytes = 0;
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = folder + '/' + entry.name;
      if (entry.isDirectory()) walk(path);
      else bytes += readFileSync(path).length;
    }
  };
  for (const folder of process.argv.slice(1)) walk(folder);
  process.exitCode = bytes > 0 ? 0 : 2;
`;

/** Two directories against Node listing them and reading every file whole, as bytes, one after the other, and nothing else. */
export async function directories(folder: string, what: string, after: string, bound: Bound | null): Promise<Row> {
  const reading: Command = { name: "reading", arguments: ["-e", readAll, "before", after], cwd: folder };
  const [baseline, cost] = await measure([reading, diff(folder, "before", after)], ROUNDS);
  return { what, cost, baseline, bound };
}

/**
 * What a hundred changed files cost over none, against `git diff --stat` of the same two commits. The equal commits are
 * twice the same one, which is the cheapest there can be.
 */
export async function commits(folder: string): Promise<readonly Row[]> {
  const cwd = join(folder, "repository");
  const stat: Command = {
    name: "git diff --stat",
    program: "git",
    arguments: ["diff", "--stat", "before", "hundred"],
    cwd,
    env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  };
  const [baseline, equal, changed] = await measure(
    [stat, diff(cwd, "git:before", "git:before"), diff(cwd, "git:before", "git:hundred")],
    ROUNDS * 4,
  );
  const over: Cost = { milliseconds: changed.milliseconds - equal.milliseconds, mebibytes: null };
  const what = "`diff git:A git:B`, 10,000 files, 100 changed";
  return [
    {
      what: `${what}: over the same command on two equal commits, against \`git diff --stat\``,
      cost: over,
      baseline: { ...baseline, mebibytes: null },
      bound: { time: 4, memory: null },
    },
    {
      what: `${what}: the whole, against the same command on two equal commits`,
      cost: changed,
      baseline: equal,
      bound: null,
    },
  ];
}

/** Starting and saying the version against starting Node. */
export async function startUp(folder: string): Promise<Row> {
  const [baseline, cost] = await measure(
    [
      { name: "node", arguments: ["-e", "0"], cwd: folder },
      { name: "version", arguments: [cli, "--version"], cwd: folder },
    ],
    ROUNDS * 4,
  );
  const what = "start-up (`schema-diff --version`, against `node -e 0`)";
  return { what, cost, baseline, bound: { time: 2, memory: null } };
}
