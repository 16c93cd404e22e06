import { statSync } from "node:fs";
import { UserError } from "@schema-gate/contract";

/**
 * Refuses what is there and is no file: a pipe or a device may never end when it is read, and putting a file in its place
 * takes it from everybody else. `doing` begins the sentence.
 */
export function requirePlainFile(file: string, doing: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || stat.isFile() || stat.isDirectory()) return;
  throw new UserError("usage", `${doing} ${file}: it is a device or a pipe; name a file.`);
}
