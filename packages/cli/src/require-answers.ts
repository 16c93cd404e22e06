import { answerTextProblem, UserError } from "@schema-gate/contract";
import { askUntilRight } from "./ask-until-right.js";
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
  for (const { option, problem } of needed) requireOption(option, given[option], problem);
  const { ask } = io;
  const missing = needed.filter(({ option }) => given[option] === undefined);
  if (missing.length > 0 && ask === null) {
    const options = missing.map(({ option }) => `--${option}`).join(", ");
    throw new UserError("usage", `Say ${options}; they are asked for on a terminal only.`);
  }
  const answers = new Map<Name, string>();
  for (const { option, question, problem } of needed) {
    const said = given[option] ?? (ask && (await askUntilRight(`${question}: `, problem, ask, io)));
    if (said !== null) answers.set(option, said);
  }
  // Every needed option has its answer.
  return Object.fromEntries(answers) as Record<Name, string>;
}

/** Throws a `UserError` when something is wrong with what was said as an option. */
export function requireOption(
  option: string,
  said: string | undefined,
  problem: (answer: string) => string | null,
): void {
  const found = said === undefined ? null : (answerTextProblem(said) ?? problem(said));
  if (found !== null) throw new UserError("usage", `--${option}: ${found}.`);
}
