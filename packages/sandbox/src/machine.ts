import { homedir } from "node:os";
import { cacheFolder } from "./cache-folder.js";
import { findJava } from "./java/find-java.js";
import type { JavaRuntime } from "./java/java-runtime.js";
import { hasPip } from "./java/packaged-java.js";
import { hasMaven } from "./maven/maven.js";

/** What of a machine decides whether a server can be put together and run on it. */
export interface Machine {
  /** Where fetched servers are kept. */
  readonly cache: string;
  /** Every usable Java. */
  readonly java: readonly JavaRuntime[];
  hasMaven(): Promise<boolean>;
  hasPip(): Promise<boolean>;
}

/** Looks at the machine we run on. */
export async function inspectMachine(env: NodeJS.ProcessEnv): Promise<Machine> {
  return { cache: cacheFolder(env, homedir()), java: await findJava(env), hasMaven, hasPip };
}
