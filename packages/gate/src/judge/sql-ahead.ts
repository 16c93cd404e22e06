import { posix } from "node:path";
import type { Contract } from "@schema-gate/contract";
import type { Side } from "../sides/side.js";

/** What the SQL of contracts is read from. */
type SqlSource = Pick<Side, "readFile" | "readFiles">;

/** The same source, with the SQL that these contracts name read at once where it can be: one by one costs a request each. */
export async function withSqlAhead<Source extends SqlSource>(
  source: Source,
  contracts: Iterable<Contract | null | undefined>,
): Promise<Source> {
  const { readFile, readFiles } = source;
  if (!readFile || !readFiles) return source;
  const paths = new Set<string>();
  for (const contract of contracts) {
    const sql = contract?.promises?.filling.sql ?? null;
    // What leads out of the repository is refused by whoever reads it.
    if (sql !== null && !/^(?:\.\.)?\//.test(posix.normalize(sql))) paths.add(posix.normalize(sql));
  }
  const files = await readFiles([...paths]);
  return {
    ...source,
    readFile: async (path: string) => (paths.has(path) ? (files.get(path) ?? null) : readFile(path)),
  };
}
