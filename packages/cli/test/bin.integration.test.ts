import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const bin: string = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).bin["schema-diff"];

/** The command as it is linked, in a package of its own; `built` stands for what a build makes. */
function run(built: string | null): unknown[] {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  mkdirSync(dirname(join(folder, bin)));
  copyFileSync(join(root, bin), join(folder, bin));
  mkdirSync(join(folder, "dist"));
  if (built !== null) writeFileSync(join(folder, "dist/schema-diff.js"), built);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, bin), "a"], { encoding: "utf8" });
  return [status, stdout, stderr];
}

test("the command can be linked before anything is built", () => {
  expect(statSync(join(root, bin)).mode & 0o111).toBe(0o111);
});

test("it runs what is built, with its arguments and exit code", () => {
  expect(run("process.stdout.write(process.argv[2]); process.exitCode = 1;")).toEqual([1, "a", ""]);
});

test("what is not built is no verdict", () => {
  expect(run(null)).toEqual([
    2,
    "",
    "schema-diff: It is not built yet. Run `npx --yes pnpm@10.34.9 build` in its repository.\n",
  ]);
});
