import type { ViewName } from "@schema-gate/contract";
import type { KnownReader, ReadingText } from "./reader.js";

/**
 * The texts that read a view. They are searched for its name first and parsed only where it is found; what names the view
 * and cannot be parsed counts, with the doubt: a reader overlooked would be worse than one too many.
 */
export async function readersOfTexts(view: ViewName, texts: Iterable<ReadingText>): Promise<KnownReader[]> {
  const readers: KnownReader[] = [];
  for (const text of texts) {
    if (!mentions(text.sql, view.name)) continue;
    // The parser takes a tenth of a second to load.
    const { tablesRead } = await import("@schema-gate/sql");
    const tables = tablesRead(text.sql);
    const { kind, name, file, home } = text;
    if (typeof tables === "string") readers.push({ kind, name, file, doubt: tables });
    else if (tables.some((parts) => means(parts, view, home))) readers.push({ kind, name, file, doubt: null });
  }
  return readers;
}

/** Whether a text holds a name, in any case, quoted or not. */
export function mentions(text: string, name: string): boolean {
  const folded = text.toLowerCase();
  return folded.includes(name) || folded.includes(name.replaceAll('"', '""'));
}

/** Whether the parts of a name mean the view; where bare names are looked for unknown, its end is enough. */
function means(parts: readonly string[], view: ViewName, home: ReadingText["home"]): boolean {
  const full = [view.catalog, view.schema, view.name];
  const around = home === null ? full : [home.catalog, home.schema];
  const whole = [...around.slice(0, Math.max(0, 3 - parts.length)), ...parts];
  return whole.length === 3 && whole.every((part, index) => part === full[index]);
}
