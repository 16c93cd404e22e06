import type { Span } from "../syntax/syntax-node.js";
import type { Clause } from "./clauses.js";
import type { DefinitionChange } from "./definition-change.js";

/** One change for each kind of clause that says something else on both sides. */
export function clauseChanges(before: readonly Clause[], after: readonly Clause[]): DefinitionChange[] {
  const names = [...new Set([...before, ...after].map((clause) => clause.name))];
  const changes = names.flatMap((name) => {
    const named = (clauses: readonly Clause[]) => clauses.filter((clause) => clause.name === name);
    return clauseChange(name, named(before), named(after));
  });
  return withoutConsequences(changes, before, after);
}

function clauseChange(name: string, before: readonly Clause[], after: readonly Clause[]): DefinitionChange[] {
  const texts = { before: before.map((clause) => clause.text), after: after.map((clause) => clause.text) };
  const was = without(texts.before, texts.after);
  const now = without(texts.after, texts.before);
  if (was.length === 0 && now.length === 0) return [];
  const span = (clauses: readonly Clause[], different: readonly string[]): Span | null => {
    const found = (clauses.find((clause) => different.includes(clause.text)) ?? clauses[0])?.span;
    return found ? { start: found.start, end: found.end } : null;
  };
  const [first] = [...before, ...after];
  return [
    {
      kind: first?.kind ?? "rows",
      path: `@definition.${name}`,
      before: was.sort().join("; ") || null,
      after: now.sort().join("; ") || null,
      beforeSpan: span(before, was),
      afterSpan: span(after, now),
      reason: null,
    },
  ];
}

/** What the first list holds more than the second, each as often. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** A branch that came or went takes its clauses along, and a subquery that came or went its own: they are one edit. */
function withoutConsequences(
  changes: readonly DefinitionChange[],
  before: readonly Clause[],
  after: readonly Clause[],
): DefinitionChange[] {
  const changed = (path: string) => changes.some((change) => change.path === `@definition.${path}`);
  const own = (path: string) => changes.filter((change) => change.path === `@definition.${path}`);
  if (changed("set-operation") && isOtherNumber(before, after)) return own("set-operation");
  const nested = (clauses: readonly Clause[]) => clauses.some((clause) => clause.name.startsWith("subquery."));
  if (!changed("from") || (nested(before) && nested(after))) return [...changes];
  return changes.filter((change) => !change.path.startsWith("@definition.subquery."));
}

function isOtherNumber(before: readonly Clause[], after: readonly Clause[]): boolean {
  const number = (clauses: readonly Clause[]) => clauses.filter((clause) => clause.name.endsWith("from")).length;
  return number(before) !== number(after);
}
