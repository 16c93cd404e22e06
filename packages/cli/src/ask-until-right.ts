import { answerTextProblem } from "@schema-gate/contract";
import { visibleText } from "@schema-gate/report";
import type { Io } from "./io.js";

/** Asks a question again until nothing is wrong with the answer, and says each time what is. */
export async function askUntilRight(
  question: string,
  problem: (answer: string) => string | null,
  ask: NonNullable<Io["ask"]>,
  { err }: Io,
): Promise<string> {
  for (;;) {
    const answer = (await ask(question)).trim();
    const found = answerTextProblem(answer) ?? problem(answer);
    if (found === null) return answer;
    err.write(`  ${visibleText(found)}.\n`);
  }
}
