import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { lastLines } from "../last-lines.js";
import { runProgram } from "../run-program.js";

/** Main class of a server made of libraries: the module that holds Trino's own is not on Maven Central. */
export const starterClass = "StartServer";

const starterSource = `public final class ${starterClass}
{
    public static void main(String[] args)
    {
        new io.trino.server.Server().start(args[0]);
    }
}
`;

/** Compiles the main class into the library folder of a server. */
export async function compileStarter(java: string, version: string, libraries: string): Promise<void> {
  const source = join(libraries, `${starterClass}.java`);
  await writeFile(source, starterSource);
  const server = join(libraries, `trino-main-${version}.jar`);
  // Not `javac`: it is missing where only the run-time part of a JDK is installed, though its module may be there.
  const compiler = [
    "-m",
    "jdk.compiler/com.sun.tools.javac.Main",
    "-proc:none",
    "-cp",
    server,
    "-d",
    libraries,
    source,
  ];
  const { code, output } = await runProgram(java, compiler, { timeoutSeconds: 120 });
  if (code === 0) return;
  const said = lastLines(output, 10);
  throw new UserError("unreachable", `Cannot compile what starts Trino ${version} with ${java}:\n${said}`);
}
