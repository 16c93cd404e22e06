import { join, normalize, sep } from "node:path";
import { type ContractFile, UserError, viewLabel } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { requireUtf8 } from "../sides/file-side.js";
import { readPlainFile } from "../sides/read-file.js";
import type { ReadingText } from "./reader.js";

/** The SQL of the tasks that fill views, where a contract says where it stands and it stands in this directory. */
export function jobTexts(contracts: readonly ContractFile[], directory: string): ReadingText[] {
  return contracts.flatMap(({ file, contract }): ReadingText[] => {
    const { sql, job } = contract.promises.filling;
    if (sql === null) return [];
    const path = normalize(sql);
    if (path.startsWith(`..${sep}`) || path.startsWith(sep)) {
      throw new UserError("usage", `${file}: sql ${shown(sql)} leads out of the repository; name a file in it.`);
    }
    const bytes = readPlainFile(join(directory, path));
    // The SQL of a job may stand in a repository of its own.
    if (bytes === null) return [];
    requireUtf8(bytes, sql);
    const name = `${job ?? "a job"}, which fills ${viewLabel(contract)}`;
    return [{ kind: "task", name, file: sql, sql: bytes.toString("utf8"), home: null }];
  });
}
