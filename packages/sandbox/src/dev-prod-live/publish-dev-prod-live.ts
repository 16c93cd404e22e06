import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { sqlStatements } from "./sql-statements.js";

const sqlFolder = new URL("../../sql/dev-prod-live/", import.meta.url);

/**
 * Publishes our likeness of a real `dev_prod_live` in catalog `awsdatacatalog`: the landing tables of three teams, empty,
 * and the four views over them. `run` executes one statement. Doing it again restores what was changed in the views.
 */
export async function publishDevProdLive(run: (sql: string) => Promise<void>): Promise<void> {
  const names = (await readdir(fileURLToPath(sqlFolder))).sort();
  for (const name of names) {
    for (const statement of sqlStatements(await readFile(new URL(name, sqlFolder), "utf8"))) await run(statement);
  }
}
