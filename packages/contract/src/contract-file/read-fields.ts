import { quoted } from "../schema-issues/key-path.js";
import { suggestName } from "../schema-issues/suggest-name.js";
import { parseType } from "../trino-type/parse-type.js";
import { printType } from "../trino-type/print-type.js";
import { isSameType } from "../trino-type/same-type.js";
import type { TrinoType } from "../trino-type/trino-type.js";
import { TypeTextError } from "../trino-type/type-text-error.js";
import { nameLabel } from "../view-label.js";
import type { YamlPath } from "../yaml-file/yaml-place.js";
import type { PropertyDocument } from "./contract-document.js";
import type { ContractNotes } from "./contract-notes.js";

/** Where a part of a column stands: its path as findings have it, and its place in the file. */
interface Part {
  readonly path: string;
  readonly at: YamlPath;
}

interface Collected {
  readonly notes: ContractNotes;
  readonly descriptions: Map<string, string>;
}

/**
 * Reads what a contract says of the inside of a column: `properties` are the fields of a row, `items` the elements of an
 * array. The column's own `physicalType` is what counts; a part that it does not have, or has otherwise, is a problem.
 */
export function readFields(
  property: PropertyDocument,
  type: TrinoType,
  { path, at }: Part,
  collected: Collected,
): void {
  if (property.items) {
    const here = { path: `${path}[]`, at: [...at, "items"] };
    if (type.kind === "array") readPart(property.items, type.element, here, collected);
    else collected.notes.problem(here.at, `describes elements, but the type is ${shownType(type)}`);
  }
  const names = new Set<string>();
  for (const [index, field] of (property.properties ?? []).entries()) {
    const here = [...at, "properties", index];
    const name = field.physicalName ?? field.name ?? "";
    const found = fieldType(type, name);
    if (names.has(name)) collected.notes.problem(here, `the field ${quoted(name)} stands twice`);
    else if (typeof found === "string") collected.notes.problem(here, found);
    else readPart(field, found, { path: `${path}.${nameLabel(name)}`, at: here }, collected);
    names.add(name);
  }
}

function readPart(part: PropertyDocument, type: TrinoType, place: Part, collected: Collected): void {
  collected.notes.place(place.path, place.at);
  if (part.description !== undefined) collected.descriptions.set(place.path, part.description);
  const written = part.physicalType;
  if (written !== undefined && !means(written, type)) {
    const text = `is ${quoted(written)} here, and ${shownType(type)} in the type of the column`;
    collected.notes.problem([...place.at, "physicalType"], text);
  }
  readFields(part, type, place, collected);
}

function means(text: string, type: TrinoType): boolean {
  try {
    return isSameType(parseType(text), type);
  } catch (error) {
    if (error instanceof TypeTextError) return false;
    throw error;
  }
}

/** The type of the one field with this name, or what is wrong with naming it. */
function fieldType(type: TrinoType, name: string): TrinoType | string {
  if (type.kind !== "row") return `describes the field ${quoted(name)}, but the type is ${shownType(type)}`;
  const [found, other] = type.fields.filter((field) => field.name === name);
  if (found && !other) return found.type;
  if (other) return `the type has the field ${quoted(name)} more than once`;
  const meant = suggestName(
    name,
    type.fields.flatMap((field) => field.name ?? []),
  );
  return `the type has no field ${quoted(name)}${meant === null ? "" : `; did you mean ${meant}?`}`;
}

function shownType(type: TrinoType): string {
  const text = printType(type);
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
