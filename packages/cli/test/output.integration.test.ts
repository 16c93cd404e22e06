import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { type Contract, printBundle } from "@schema-gate/contract";
import { buildCli } from "./build-cli.js";
import { temporaryFolder } from "./run-cli.js";

let entry = "";
beforeAll(async () => {
  entry = await buildCli();
});

const view = (index: number, columns: readonly string[]): Contract => ({
  catalog: "awsdatacatalog",
  schema: "dev_prod_live",
  name: `evergreen_x${index}_v1`,
  kind: "view",
  security: "definer",
  comment: null,
  columns: columns.map((name) => ({ name, type: "varchar", nullable: null, comment: null })),
  definition: null,
});

/** Two sides whose report is longer than any pipe holds, and blocks. */
function sides(): string {
  const folder = temporaryFolder();
  const views = (columns: readonly string[]) => Array.from({ length: 2000 }, (_, index) => view(index, columns));
  writeFileSync(join(folder, "before.json"), printBundle(views(["a", "b"])));
  writeFileSync(join(folder, "after.json"), printBundle(views(["b"])));
  return folder;
}

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

/** Runs the process; `onStart` may do to its output what a reader would. */
async function run(
  argv: readonly string[],
  streams: { readonly out?: number; readonly err?: number },
  onStart: (process: ReturnType<typeof spawn>) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [entry, ...argv], {
    cwd: sides(),
    stdio: ["ignore", streams.out ?? "pipe", streams.err ?? "pipe"],
  });
  let err = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  onStart(child);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, err };
}

const blocking = ["diff", "before.json", "after.json"];

test("a reader that goes away early does not change what was decided", async () => {
  const ended = await run(blocking, {}, (child) => child.stdout?.once("data", () => child.stdout?.destroy()));
  expect(ended).toEqual({ code: 1, err: "" });
});

test("a reader of errors that goes away does not either", async () => {
  const { code } = await run(["diff", "missing.json", "after.json"], {}, (child) => child.stderr?.destroy());
  expect(code).toBe(2);
});

// A device that is always full; systems other than Linux have none.
const testFull = existsSync("/dev/full") ? test : test.skip;

testFull.each([
  ["a report", blocking],
  ["help", ["--help"]],
  ["the version", ["--version"]],
])("%s that cannot be written is said, and is no verdict", async (_, argv) => {
  const full = openSync("/dev/full", "w");
  const ended = await run(argv, { out: full });
  closeSync(full);
  expect(ended).toEqual({
    code: 3,
    err: "schema-diff: Cannot write to standard output: ENOSPC: no space left on device, write. Write it somewhere else.\n",
  });
});

testFull("an error that cannot be written leaves its exit code", async () => {
  const full = openSync("/dev/full", "w");
  expect((await run(["diff", "missing.json", "after.json"], { err: full })).code).toBe(2);
  expect((await run(blocking, { out: full, err: full })).code).toBe(3);
  closeSync(full);
});
