import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { findJava } from "./find-java.js";

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "find-java-"));
});
afterEach(() => rm(place, { recursive: true }));

async function installJava(home: string, program: string): Promise<string> {
  const path = join(place, home, "bin", "java");
  await mkdir(join(place, home, "bin"), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${program}\n`);
  await chmod(path, 0o755);
  return path;
}

const foundHere = async (env: NodeJS.ProcessEnv) =>
  (await findJava(env)).filter((java) => java.path.startsWith(place)).sort((a, b) => a.version - b.version);

test("JAVA_HOME and the PATH are searched, a Java under two names counts once", async () => {
  const old = await installJava("old", "echo java.base@17.0.1; echo jdk.compiler@17.0.1");
  const current = await installJava("current", "echo java.base@25");
  await symlink(join(place, "current"), join(place, "default"));
  const env = { JAVA_HOME: join(place, "old"), PATH: `${join(place, "default/bin")}:${join(place, "current/bin")}:` };
  expect(await foundHere(env)).toEqual([
    { path: old, version: 17, hasCompiler: true },
    { path: current, version: 25, hasCompiler: false },
  ]);
});

test("a Java that fails, or that is not there, is not found", async () => {
  await installJava("broken", "echo java.base@25; exit 1");
  await installJava("ancient", "echo 'Unrecognized option: --list-modules' >&2; exit 1");
  const env = { JAVA_HOME: join(place, "missing"), PATH: `${join(place, "broken/bin")}:${join(place, "ancient/bin")}` };
  expect(await foundHere(env)).toEqual([]);
});
