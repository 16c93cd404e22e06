import { lstatSync } from "node:fs";
import { UserError } from "@schema-gate/contract";

/**
 * The bytes of a file that another job left behind. Throws a UserError for what else an archive may hold: a link leads to
 * what that job was not to show, and a pipe never ends.
 */
export function sizeOfPlainFile(file: string): number {
  const stat = lstatSync(file);
  if (stat.isFile()) return stat.size;
  throw new UserError(
    "usage",
    `${file}: this is a link, a folder or a pipe, and not the file that was to be left behind.`,
  );
}
