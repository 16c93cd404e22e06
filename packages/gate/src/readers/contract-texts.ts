import { posix } from "node:path";
import { type ContractFile, UserError, viewLabel } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { requireUtf8 } from "../sides/file-side.js";
import type { ReadingText } from "./reader.js";
import type { ReaderSource } from "./reader-source.js";

/** The SQL of the tasks that fill views, where a contract says where it stands and it stands in this tree. */
export async function contractTexts(
  contracts: readonly ContractFile[],
  { tree }: ReaderSource,
): Promise<ReadingText[]> {
  const named = new Map<string, string>();
  for (const { file, contract } of contracts) {
    const { sql, job } = contract.promises.filling;
    if (sql === null) continue;
    const path = posix.normalize(sql);
    if (path === ".." || path.startsWith("../") || path.startsWith("/")) {
      throw new UserError("usage", `${file}: sql ${shown(sql)} leads out of the repository; name a file in it.`);
    }
    if (!named.has(path)) named.set(path, `${job ?? "a job"}, which fills ${viewLabel(contract)}`);
  }
  for (const folder of new Set([...named.keys()].map((path) => posix.dirname(path)))) {
    await tree.list(folder === "." ? "" : folder);
  }
  // The SQL of a job may stand in a repository of its own.
  return Array.from(await tree.read([...named.keys()]), ([file, bytes]): ReadingText => {
    requireUtf8(bytes, file);
    const text = bytes.toString("utf8");
    return { kind: "task", name: named.get(file) ?? "", file, text, language: "template", home: null };
  });
}
