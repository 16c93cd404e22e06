import type { Change } from "../change.js";

/** Longer clauses are shortened in a sentence; the finding carries them whole. */
const SHOWN = 160;

/** What a clause was and is, and where it stands: `<subject> was … and is now … (line 3 of the definition).` */
export function definitionSentence(subject: string, { before, after, line }: Change<"definition-changed">): string {
  const place = line ? ` (line ${line.number} of the definition${line.side === "before" ? " before" : ""})` : "";
  if (before === null) return `${subject} is new: ${short(after ?? "")}${place}.`;
  if (after === null) return `${subject} is gone, it was ${short(before)}${place}.`;
  return `${subject} was ${short(before)} and is now ${short(after)}${place}.`;
}

function short(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** What `@definition.subquery.where` is called in a sentence. */
export function clauseName(path: string): string {
  const [clause = "", ...around] = path.split(".").slice(1).reverse();
  const name = clauseNames[clause] ?? "A part of the definition";
  return around.length > 0 ? `${name} of a subquery` : name;
}

const clauseNames: Readonly<Record<string, string>> = {
  from: "What is joined",
  where: "The filter",
  having: "The filter on groups",
  limit: "The limit",
  sample: "The sampling",
  values: "The list of rows",
  "group-by": "The grouping",
  distinct: "What rows are distinct by",
  "set-operation": "The set operation",
  unnest: "The unnesting",
};
