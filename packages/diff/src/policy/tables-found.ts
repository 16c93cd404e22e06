import type { ViewName } from "@schema-gate/contract";
import { tableLabel } from "./source-states.js";
import type { Shortcoming, SourceState } from "./state-facts.js";

/** The tables of a text of SQL that a rule is about, each found once; `what` says what they are. */
export function tablesFound(
  { from, tables }: SourceState,
  isMeant: (table: ViewName) => boolean,
  what: string,
): readonly Shortcoming[] {
  if (typeof tables === "string") return [];
  const labels = new Set(tables.filter((parts) => isMeant(named(parts))).map(tableLabel));
  const text = from === "sql" ? "The SQL of the job" : "The definition";
  return Array.from(labels, (label) => ({
    path: `@${from}(${label})`,
    found: label,
    message: `${text} reads ${label}, which is ${what}.`,
    contract: from === "sql" ? "@sql" : null,
  }));
}

/** A name as far as it is known; bare names of a job's SQL have neither catalog nor schema. */
function named(parts: readonly string[]): ViewName {
  const [name = "", schema = "", catalog = ""] = [...parts].reverse();
  return { catalog, schema, name };
}
