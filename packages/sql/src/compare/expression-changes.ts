import type { DefinitionChange } from "./definition-change.js";
import { keepsFields } from "./keeps-fields.js";
import type { Outputs } from "./outputs.js";

/** One change for each column of both sides that is made of something else, unless a clause that changed says so. */
export function expressionChanges(
  before: Outputs,
  after: Outputs,
  clauses: readonly DefinitionChange[],
): DefinitionChange[] {
  const names = [...new Set([...before.names, ...after.names])].filter((name) => name !== "");
  const told = (kind: DefinitionChange["kind"]) => clauses.find((change) => change.kind === kind);
  // These say which columns they are about, with what they are made of.
  if (told("set-operation") || told("distinct")) return [];
  const grouping = told("grouping");
  const isOnBoth = (name: string) => before.names.includes(name) && after.names.includes(name);
  return names.flatMap((name): DefinitionChange[] => {
    const [was, now] = [before.textOf(name), after.textOf(name)];
    if (was === now) return [];
    if (was === null || now === null) return isOnBoth(name) ? [untold(name)] : [];
    const isKey = grouping?.before?.includes(was) && grouping.after?.includes(now);
    if (grouping && (isKey || before.isAggregate(name) !== after.isAggregate(name))) return [];
    return [changed(name, was, now)];
  });
}

function changed(path: string, before: string, after: string): DefinitionChange {
  const kept = keepsFields(before, after);
  return {
    kind: "expression",
    path,
    before,
    after,
    beforeSpan: null,
    afterSpan: null,
    keepsFields: kept,
    reason: null,
  };
}

function untold(name: string): DefinitionChange {
  const reason = `what the column ${name} is made of cannot be told`;
  const path = "@definition";
  return { kind: "not-analysed", path, before: null, after: null, beforeSpan: null, afterSpan: null, reason };
}
