import { readdir, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { runProgram } from "../run-program.js";
import { type JavaRuntime, parseModuleList } from "./java-runtime.js";

/** Where installers put Java homes, one folder per version; `inside` leads from there to the home. */
const homesOfJava = [
  { folder: "/usr/lib/jvm", inside: "" },
  { folder: "/opt/java", inside: "" },
  { folder: join(homedir(), ".sdkman/candidates/java"), inside: "" },
  { folder: join(homedir(), ".jdks"), inside: "" },
  { folder: "/Library/Java/JavaVirtualMachines", inside: "Contents/Home" },
];

/** Every usable Java of this machine, each once. */
export async function findJava(env: NodeJS.ProcessEnv): Promise<JavaRuntime[]> {
  const homes = env.JAVA_HOME ? [env.JAVA_HOME] : [];
  for (const { folder, inside } of homesOfJava) {
    for (const name of await namesIn(folder)) homes.push(join(folder, name, inside));
  }
  const binaries = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const paths = [...homes.map((home) => join(home, "bin")), ...binaries].map((folder) => join(folder, "java"));
  const distinct = new Set(await Promise.all(paths.map(existingFile)));
  const runtimes = await Promise.all([...distinct].map((path) => (path === null ? null : askJava(path))));
  return runtimes.filter((java) => java !== null);
}

/** What one `java` program says of itself; `null` when it cannot be run or is too old to say. */
export async function askJava(path: string): Promise<JavaRuntime | null> {
  const { code, output } = await runProgram(path, ["--list-modules"]);
  return code === 0 ? parseModuleList(path, output) : null;
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => []);
}

/** Links resolved, so that one Java under several names counts once. */
async function existingFile(path: string): Promise<string | null> {
  return await realpath(path).catch(() => null);
}
