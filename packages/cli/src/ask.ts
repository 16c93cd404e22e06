import { createInterface, type Interface } from "node:readline";
import { UserError } from "@schema-gate/contract";

interface Conversation {
  readonly terminal: Interface;
  /** What was typed, also before it was asked for. */
  readonly lines: AsyncIterator<string>;
}

let conversation: Conversation | null = null;

/**
 * Asks for one line on the terminal, on standard error as everything that is no result. Ctrl-C, Ctrl-D and a terminal that
 * is gone give up, with a `UserError`. Commands ask before they write anything.
 */
export async function ask(question: string): Promise<string> {
  // One for all questions: closing it would lose the answers that were pasted together with the first.
  conversation ??= converse();
  const { terminal, lines } = conversation;
  terminal.setPrompt(question);
  terminal.prompt();
  const { done, value } = await lines.next();
  if (!done) return value;
  // The question is still on the line.
  process.stderr.write("\n");
  throw new UserError("usage", "Given up; nothing was written.");
}

function converse(): Conversation {
  const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: true, historySize: 0 });
  return { terminal, lines: terminal[Symbol.asyncIterator]() };
}
