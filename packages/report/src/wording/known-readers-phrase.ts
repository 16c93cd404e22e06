import type { ReportFinding } from "../report.js";
import { amount } from "./amount.js";
import { listSome } from "./shorten.js";

/**
 * Which known readers a finding breaks: `breaks 3 known readers: a, b, c; may break 1 more: d`, or that none of their queries
 * fails. Empty where nobody is known. `show` makes a name ready for the place it is shown in.
 */
export function knownReadersPhrase(
  { readers, queries }: Pick<ReportFinding, "readers" | "queries">,
  most: number,
  show: (name: string) => string = (name) => name,
): string {
  const failing = readers.slice(0, queries?.failing ?? 0);
  const others = readers.slice(failing.length);
  const parts: string[] = [];
  const list = (names: readonly string[]) => listSome(names.map(show), most);
  if (failing.length > 0) parts.push(`breaks ${amount(failing.length, "known reader")}: ${list(failing)}`);
  else if (queries) parts.push(`0 of ${amount(queries.known, "known query", "known queries")} fail`);
  if (others.length > 0) {
    const whom = failing.length > 0 ? `${others.length} more` : amount(others.length, "known reader");
    parts.push(`may break ${whom}: ${list(others)}`);
  }
  return parts.join("; ");
}
