import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { requireUtf8 } from "../sides/file-side.js";
import type { ReadingText } from "./reader.js";
import type { ReaderSource } from "./reader-source.js";

/** Where teams register their queries, `readers/<team>/*.sql`. */
export const READERS_FOLDER = "readers";

/** The queries teams have registered. A `.sql` file elsewhere below the folder is an error: it would be overlooked. */
export async function registeredTexts({ tree }: ReaderSource): Promise<ReadingText[]> {
  const files = (await tree.list(READERS_FOLDER)).filter((path) => path.endsWith(".sql"));
  for (const file of files) requireInTeam(file);
  return Array.from(await tree.read(files), ([file, bytes]): ReadingText => {
    requireUtf8(bytes, file);
    const [, team = ""] = file.split("/");
    return { kind: "query", name: team, file, text: bytes.toString("utf8"), language: "template", home: null };
  });
}

/** Refuses a query that stands in the folder of no team. */
export function requireInTeam(file: string): void {
  if (file.split("/").length === 3) return;
  throw new UserError("usage", `${shown(file)} belongs to no team; move it to ${READERS_FOLDER}/<team>/.`);
}
