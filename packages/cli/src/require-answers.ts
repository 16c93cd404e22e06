import { UserError } from "@schema-gate/contract";
import { visibleText } from "@schema-gate/report";
import type { Io } from "./io.js";

/** One thing only a person knows: the option that says it, how it is asked for, and what is wrong with an answer, if anything. */
export interface Needed<Name extends string> {
  readonly option: Name;
  readonly question: string;
  readonly problem: (answer: string) => string | null;
}

/**
 * What was given as options, and for the rest what the person at the terminal answers, asked again until it is right.
 * Where nobody sits at a terminal, a missing option is an error that names all of them.
 */
export async function requireAnswers<Name extends string>(
  needed: readonly Needed<Name>[],
  given: { readonly [N in Name]?: string },
  io: Io,
): Promise<Readonly<Record<Name, string>>> {
  for (const { option, problem } of needed) {
    const found = given[option] === undefined ? null : problem(given[option]);
    if (found !== null) throw new UserError("usage", `--${option}: ${found}.`);
  }
  const missing = needed.filter(({ option }) => given[option] === undefined);
  if (missing.length > 0 && io.ask === null) {
    const options = missing.map(({ option }) => `--${option}`).join(", ");
    throw new UserError("usage", `Say ${options}; they are asked for on a terminal only.`);
  }
  const answers = new Map<Name, string>();
  for (const each of needed) answers.set(each.option, given[each.option] ?? (await askUntilRight(each, io)));
  // Every needed option has its answer.
  return Object.fromEntries(answers) as Record<Name, string>;
}

async function askUntilRight({ question, problem }: Needed<string>, { ask, err }: Io): Promise<string> {
  if (ask === null) throw new Error("a question without a terminal");
  for (;;) {
    const answer = (await ask(`${question}: `)).trim();
    const found = problem(answer);
    if (found === null) return answer;
    err.write(`  ${visibleText(found)}.\n`);
  }
}
