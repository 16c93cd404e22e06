import { posix } from "node:path";
import { namedSql } from "../readers/named-sql.js";
import type { Sides } from "../sides/side.js";
import type { JobsOfSides } from "./jobs-of-sides.js";

/** The labels of the views that have a contract on both sides, where that may name SQL of a job that is another now. */
export async function viewsOfEditedSql({ before, after }: Sides, jobs: JobsOfSides): Promise<readonly string[]> {
  const { before: was, after: now } = jobs;
  const edited = [...now.texts.keys()].filter(
    (path) => path.endsWith(".sql") && was.texts.get(path) !== now.texts.get(path),
  );
  if (edited.length === 0 || after.contracts === null) return [];
  const paths = new Set(edited.flatMap(endings));
  const texts = await after.contracts.texts();
  return [...texts]
    .filter(([label, text]) => before.contracts?.entries.has(label) && mayName(text, paths))
    .map(([label]) => label);
}

function mayName(text: string, paths: ReadonlySet<string>): boolean {
  const named = namedSql(text);
  return named === "unclear" || (named !== null && paths.has(posix.normalize(named.path)));
}

/** What a contract may call a file that stands in a folder below the repository's root, as its side does. */
function endings(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(index).join("/"));
}
