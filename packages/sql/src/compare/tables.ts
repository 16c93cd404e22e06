import { type Query, type Relation, sourcesOf } from "../model/query.js";

/** The tables a definition reads, in their order, those of its subqueries among them. */
export function tablesOf(query: Query): string[] {
  if (query.kind === "values") return [];
  if (query.kind === "set") return query.branches.flatMap(tablesOf);
  const leaves = (relation: Relation | null): string[] => {
    if (relation?.kind === "join") return [...leaves(relation.left), ...leaves(relation.right)];
    if (relation?.kind === "sample") return leaves(relation.relation);
    if (relation?.kind === "subquery") return tablesOf(relation.query);
    return sourcesOf(relation).flatMap((source) => source.table ?? []);
  };
  return leaves(query.from);
}

/** Which table of the after side stands where another one stood; empty where the two do not match one by one. */
export function replacedTables(before: readonly string[], after: readonly string[]): ReadonlyMap<string, string> {
  const replaced = new Map<string, string>();
  if (before.length !== after.length) return replaced;
  for (const [index, table] of after.entries()) {
    const was = before[index] ?? "";
    if (was === table || before.includes(table) || after.includes(was)) continue;
    if (replaced.has(table) && replaced.get(table) !== was) return new Map();
    replaced.set(table, was);
  }
  return new Set(replaced.values()).size === replaced.size ? replaced : new Map();
}
