import { type Config, nameLabel, type ViewName } from "@schema-gate/contract";
import type { SourceState, ViewState } from "./state-facts.js";

/** The tables one statement reads, or why that cannot be told: `tablesRead` of the sql package. */
export type TablesRead = (text: string) => readonly (readonly string[])[] | string;

/** One text of SQL about a view; bare names in it are looked for in `home`, where that is known. */
export interface SourceText {
  readonly from: SourceState["from"];
  readonly text: string;
  readonly home: Pick<ViewName, "catalog" | "schema"> | null;
}

/** A text of SQL as the rules on sources see it, with the tables it reads, as written. */
export function sourceState(
  { view, contract, config }: ViewState,
  { from, home }: SourceText,
  read: ReturnType<TablesRead>,
): SourceState {
  const tables = typeof read === "string" ? read : read.map((parts) => completed(parts, home));
  return { view, contract, config, from, tables };
}

/** Whether a text holds the literal pieces of a pattern of private places, in any case. */
export function mayReadPrivate(
  { text, home }: SourceText,
  { operationalCatalogs, landingSchemas }: Pick<Config, "operationalCatalogs" | "landingSchemas">,
): boolean {
  const searched = [text, home?.catalog, home?.schema].join(" ").toLowerCase();
  return [...operationalCatalogs, ...landingSchemas, ...RAW_NAMES].some((pattern) => {
    // A schema may be written alone where the pattern names its catalog too.
    const pieces = pattern.toLowerCase().split(/[*.]/);
    return pieces.every((piece) => searched.includes(piece));
  });
}

/** What the names of raw tables hold, wherever they stand. */
const RAW_NAMES = ["raw"];

function completed(parts: readonly string[], home: SourceText["home"]): readonly string[] {
  const around = home === null ? [] : [home.catalog, home.schema];
  return [...around.slice(0, Math.max(0, 3 - parts.length)), ...parts];
}

/** A table as findings name it. */
export function tableLabel(parts: readonly string[]): string {
  return parts.map(nameLabel).join(".");
}
