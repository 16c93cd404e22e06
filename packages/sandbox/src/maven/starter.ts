import { readFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { lastLines } from "../last-lines.js";
import { runProgram } from "../run-program.js";
import { serverName } from "../server/engine.js";
import type { Recipe } from "./recipe.js";

/** The Java that starts a server made of libraries. */
export interface Starter {
  readonly mainClass: string;
  readonly source: string;
}

/** The module that holds Trino's own main class is not on Maven Central. */
const startTrino: Starter = {
  mainClass: "StartServer",
  source: `public final class StartServer
{
    public static void main(String[] args)
    {
        new io.trino.server.Server().start(args[0]);
    }
}
`,
};

const prestoSource = new URL("../../presto/StartPresto.java", import.meta.url);

/** What starts the server of a recipe; PrestoDB's brings its connector along. */
export function starterOf({ engine }: Recipe): Starter {
  return engine === "trino"
    ? startTrino
    : { mainClass: "StartPresto", source: readFileSync(prestoSource, "utf8").replaceAll("\r\n", "\n") };
}

/** Compiles the main class into the library folder of a server. */
export async function compileStarter(java: string, recipe: Recipe, libraries: string): Promise<void> {
  const { mainClass, source } = starterOf(recipe);
  const file = join(libraries, `${mainClass}.java`);
  await writeFile(file, source);
  const jars = (await readdir(libraries)).filter((name) => name.endsWith(".jar"));
  // Not `javac`: it is missing where only the run-time part of a JDK is installed, though its module may be there.
  const compiler = [
    "-m",
    "jdk.compiler/com.sun.tools.javac.Main",
    "-proc:none",
    "-cp",
    jars.map((name) => join(libraries, name)).join(":"),
    "-d",
    libraries,
    file,
  ];
  const { code, output } = await runProgram(java, compiler, { timeoutSeconds: 120 });
  if (code === 0) return;
  const said = lastLines(output, 10);
  throw new UserError("unreachable", `Cannot compile what starts ${serverName(recipe.version)} with ${java}:\n${said}`);
}
