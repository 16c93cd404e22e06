import { UserError } from "@schema-gate/contract";
import { lastLines } from "../last-lines.js";
import { runProgram } from "../run-program.js";

/** Whether `mvn` can be run at all. */
export async function hasMaven(): Promise<boolean> {
  return (await runProgram("mvn", ["--version"])).code === 0;
}

/** Arguments of `mvn`: nothing of the machine's settings is overridden, and a download with a wrong checksum fails. */
export const mavenArguments = ["--batch-mode", "--quiet", "--strict-checksums", "generate-resources"];

/** Runs the project of a folder; an error shows what Maven said. `what` names the undertaking for people. */
export async function runMaven(folder: string, what: string): Promise<void> {
  const { code, output } = await runProgram("mvn", mavenArguments, { cwd: folder, timeoutSeconds: 1800 });
  if (code === 0) return;
  const said = lastLines(output, 12);
  throw new UserError("unreachable", `Cannot fetch ${what} with Maven. Does \`mvn\` reach Maven Central?\n${said}`);
}
