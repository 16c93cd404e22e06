import { posix } from "node:path";
import { type Contract, UserError, viewLabel } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { requireUtf8 } from "../sides/file-side.js";
import type { Side } from "../sides/side.js";

/** The SQL that fills a view; `null` where its contract names none, or the file stands in no place of the side. */
export async function readSql({ readFile }: Pick<Side, "readFile">, contract: Contract): Promise<string | null> {
  const sql = contract.promises?.filling.sql ?? null;
  if (sql === null || !readFile) return null;
  const path = posix.normalize(sql);
  if (path.startsWith("../") || path.startsWith("/")) {
    const whose = `The sql of the contract of ${viewLabel(contract)}`;
    throw new UserError("usage", `${whose}, ${shown(sql)}, leads out of the repository; name a file in it.`);
  }
  const bytes = await readFile(path);
  if (bytes === null) return null;
  requireUtf8(bytes, sql);
  return bytes.toString("utf8");
}
