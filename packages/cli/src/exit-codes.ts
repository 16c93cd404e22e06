import type { Verdict } from "@schema-gate/report";

/** What the process says to whoever called it (design section 5). */
export const exitCodes = { pass: 0, blocked: 1, usage: 2, unreachable: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Outside a pull request nobody can acknowledge, so only a block fails. */
export function exitCodeOf(verdict: Verdict): ExitCode {
  return verdict === "block" ? exitCodes.blocked : exitCodes.pass;
}
