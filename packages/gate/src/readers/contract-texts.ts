import { posix } from "node:path";
import { type ContractFile, UserError, viewLabel } from "@schema-gate/contract";
import type { FileTree } from "../files/file-tree.js";
import { foldersOf } from "../files/folders-of.js";
import { shown } from "../shown.js";
import type { ContractFiles } from "../sides/contract-files.js";
import { requireUtf8 } from "../sides/file-side.js";
import type { Mentions } from "./mentions.js";
import { namedSql } from "./named-sql.js";
import type { ReadingText } from "./reader.js";
import type { ReaderSource } from "./reader-source.js";

/**
 * The SQL of the tasks that fill views, where a contract says where it stands, it stands in this tree and holds one of the
 * names. Contracts that name no such file are not parsed.
 */
export async function contractTexts({ contracts, tree }: ReaderSource, mentions: Mentions): Promise<ReadingText[]> {
  if (contracts === null) return [];
  const { labels, unclear } = await namingContracts(contracts);
  const tasks = tasksBySql((await contracts.read(unclear)).values());
  const files = await readFiles(tree, new Set([...labels.keys(), ...tasks.keys()]));
  const texts = Array.from(files).filter(([, text]) => mentions.in(text).size > 0);
  const hits = texts.flatMap(([path]) => labels.get(path) ?? []);
  for (const [path, task] of tasksBySql((await contracts.read(hits)).values())) tasks.set(path, task);
  return texts.flatMap(([file, text]): ReadingText[] => {
    const name = tasks.get(file);
    return name === undefined ? [] : [{ kind: "task", name, file, text, language: "template", home: null }];
  });
}

/** The labels of contracts by the SQL files they seem to name, and of those that have to be parsed to tell. */
async function namingContracts(contracts: ContractFiles) {
  const labels = new Map<string, string[]>();
  const unclear: string[] = [];
  for (const [label, text] of await contracts.texts()) {
    const named = namedSql(text);
    const path = named && named !== "unclear" ? posix.normalize(named.path) : null;
    if (named === "unclear" || (path !== null && leadsOut(path))) unclear.push(label);
    else if (path !== null) labels.set(path, [...(labels.get(path) ?? []), label]);
  }
  return { labels, unclear };
}

/** What the tasks are called that run the SQL files contracts name; the first that names one counts. */
function tasksBySql(files: Iterable<ContractFile>): Map<string, string> {
  const tasks = new Map<string, string>();
  for (const { file, contract } of files) {
    const { sql, job } = contract.promises.filling;
    if (sql === null) continue;
    const path = posix.normalize(sql);
    if (leadsOut(path)) {
      throw new UserError("usage", `${file}: sql ${shown(sql)} leads out of the repository; name a file in it.`);
    }
    if (!tasks.has(path)) tasks.set(path, `${job ?? "a job"}, which fills ${viewLabel(contract)}`);
  }
  return tasks;
}

function leadsOut(path: string): boolean {
  return path === ".." || path.startsWith("../") || path.startsWith("/");
}

/** The SQL of a job may stand in a repository of its own: what is not there is not in the answer. */
async function readFiles(tree: FileTree, paths: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  for (const folder of foldersOf(paths)) await tree.list(folder);
  const files = await tree.read([...paths]);
  for (const [file, bytes] of files) requireUtf8(bytes, file);
  return new Map(Array.from(files, ([file, bytes]) => [file, bytes.toString("utf8")]));
}
