/** Which columns tables are known to have, from names written with their table: what tells where a bare name belongs. */
export type Knowledge = Map<string, Set<string>>;

/** Notes that a table has a column. */
export function learn(knowledge: Knowledge, table: string | null, column: string): void {
  if (table === null) return;
  const columns = knowledge.get(table) ?? new Set();
  knowledge.set(table, columns.add(column));
}
