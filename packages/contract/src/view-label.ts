import type { ViewName } from "./contract.js";

/** A name as it is shown and keyed: bare if it is a plain lower-case identifier, else double-quoted. */
export function nameLabel(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** The full name of a view, `catalog.schema.name`, each part quoted where it has to be; unique for each view. */
export function viewLabel({ catalog, schema, name }: ViewName): string {
  return `${nameLabel(catalog)}.${nameLabel(schema)}.${nameLabel(name)}`;
}

/** Only the name of a view, of something that holds more. */
export function viewName({ catalog, schema, name }: ViewName): ViewName {
  return { catalog, schema, name };
}

const PART = `([a-z_][a-z0-9_]*|"(?:[^"]|"")*")`;
const LABEL = new RegExp(String.raw`^${PART}\.${PART}\.${PART}$`);

/** The view whose label this is; `null` for what is none. */
export function viewOfLabel(label: string): ViewName | null {
  const [catalog, schema, name] = (LABEL.exec(label) ?? []).slice(1).map(unquoted);
  if (catalog === undefined || schema === undefined || name === undefined) return null;
  const view = { catalog, schema, name };
  return viewLabel(view) === label ? view : null;
}

function unquoted(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}
