import type { ViewName } from "@schema-gate/contract";

/** A name as SQL takes it, whatever it holds. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL takes it. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The full name of a view as SQL takes it. */
export function qualifiedName({ catalog, schema, name }: ViewName): string {
  return `${quoteName(catalog)}.${quoteName(schema)}.${quoteName(name)}`;
}
