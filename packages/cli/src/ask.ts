import { createInterface } from "node:readline/promises";
import { UserError } from "@schema-gate/contract";

/** Asks for one line on the terminal, on standard error as everything that is no result. Ctrl-C and Ctrl-D give up. */
export async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const givenUp = new Promise<never>((_, reject) => {
    terminal.once("SIGINT", () => terminal.close());
    terminal.once("close", () => reject(new UserError("usage", "Given up; nothing was written.")));
  });
  try {
    return await Promise.race([terminal.question(question), givenUp]);
  } finally {
    // Closing after the answer rejects a promise that nobody waits for any more.
    givenUp.catch(() => undefined);
    terminal.close();
  }
}
