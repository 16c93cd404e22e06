import { DisplayDoubts } from "./display-doubts.js";
import type { RowField, TrinoType } from "./trino-type.js";
import { TypeReader } from "./type-reader.js";
import { TypeTextError } from "./type-text-error.js";

/** Past these the search gives up and says "several": a signature is one query away. */
const LONGEST_SEARCHED = 2_000;
const MOST_STEPS = 5_000;

const ROW = /(?:^|[^a-z0-9_])row\(/;

/**
 * The one type that a server up to 479 can have meant by `text`, where any text at all may be a field's name; "none" if
 * there is no such type, "several" if there are more. Names in quotes that do not read plainly (PrestoDB does not double
 * the quotes inside) always count as several.
 */
export function findOnlyReading(text: string): TrinoType | "none" | "several" {
  if (!ROW.test(text) || !text.endsWith(")")) return "none";
  if (text.includes('"') || text.length > LONGEST_SEARCHED) return "several";
  const search = new ReadingSearch();
  const [reading, another] = search.readTypes(text);
  if (search.gaveUp || another !== undefined) return "several";
  return reading ?? "none";
}

/** Finds up to two readings of everything: two are as good as many. */
class ReadingSearch {
  #steps = 0;

  get gaveUp(): boolean {
    return this.#steps > MOST_STEPS;
  }

  readTypes(text: string): TrinoType[] {
    this.#steps++;
    if (this.gaveUp || text !== text.trim()) return [];
    if (!ROW.test(text)) return readWithoutNames(text);
    if (!text.endsWith(")")) return [];
    const inside = text.slice(text.indexOf("(") + 1, -1);
    if (text.startsWith("row(")) return this.#readFields(inside).map((field) => ({ kind: "row", fields: [field] }));
    if (text.startsWith("array(")) return this.readTypes(inside).map((element) => ({ kind: "array", element }));
    return text.startsWith("map(") ? this.#readEntries(inside) : [];
  }

  #readEntries(text: string): TrinoType[] {
    const found: TrinoType[] = [];
    for (const at of positions(text, ", ")) {
      const values = this.readTypes(text.slice(at + 2));
      const keys = values.length === 0 ? [] : this.readTypes(text.slice(0, at));
      for (const key of keys) for (const value of values) found.push({ kind: "map", key, value });
      if (found.length > 1) break;
    }
    return found.slice(0, 2);
  }

  /**
   * The readings of a row's inside. Of several fields, `a T, b U`, all but the last type can always be the name of one
   * single field too; so there is exactly one reading only if it has one field whose name has no field in front.
   */
  #readFields(text: string): RowField[] {
    const found = this.#readOneField(text);
    const [only] = found;
    if (found.length !== 1 || only === undefined || only.name === null) return found;
    const hidesFields = [...positions(`${only.name} `, ", ")].some(
      (at) => this.#readOneField(text.slice(0, at)).length > 0,
    );
    return hidesFields ? [only, only] : found;
  }

  /** The readings of `text` as one field: a type, or any name, a blank and a type. */
  #readOneField(text: string): RowField[] {
    const found: RowField[] = this.readTypes(text).map((type) => ({ name: null, type }));
    for (const at of positions(text, " ")) {
      if (found.length > 1 || this.gaveUp) break;
      for (const type of this.readTypes(text.slice(at + 1))) found.push({ name: text.slice(0, at), type });
    }
    return found.slice(0, 2);
  }
}

function readWithoutNames(text: string): TrinoType[] {
  try {
    return [new TypeReader(text, new DisplayDoubts(text)).readWhole()];
  } catch (error) {
    if (error instanceof TypeTextError) return [];
    throw error;
  }
}

function* positions(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) yield at;
}
