import type { Column } from "../contract.js";
import type { Grain } from "../promises.js";
import { parseType } from "../trino-type/parse-type.js";
import { printType } from "../trino-type/print-type.js";
import type { TrinoType } from "../trino-type/trino-type.js";
import { TypeTextError } from "../trino-type/type-text-error.js";
import { nameLabel } from "../view-label.js";
import type { YamlPath } from "../yaml-file/yaml-place.js";
import type { PropertyDocument } from "./contract-document.js";
import type { ContractNotes } from "./contract-notes.js";
import { promisePath } from "./promise-path.js";
import { readFields } from "./read-fields.js";

/** What the properties of a view say. */
export interface ColumnPromises {
  readonly columns: readonly Column[];
  readonly grain: Grain | null;
  readonly nestedDescriptions: ReadonlyMap<string, string>;
}

/** Reads the columns that stand at `at`; what is wrong with one is noted, and it is left out. */
export function readColumns(
  properties: readonly PropertyDocument[],
  at: YamlPath,
  notes: ContractNotes,
): ColumnPromises {
  const columns: Column[] = [];
  const descriptions = new Map<string, string>();
  for (const [index, property] of properties.entries()) {
    const here = [...at, index];
    const name = columnName(property);
    const label = nameLabel(name);
    if (notes.has(label)) notes.problem(here, `the column ${label} stands twice`);
    notes.place(label, here);
    const type = readType(property, here, notes);
    if (type === null) continue;
    readFields(property, type, { path: label, at: here }, { notes, descriptions });
    columns.push({
      name,
      type: printType(type),
      // ODCS takes an absent `required` for false; to us what is not stated is unknown.
      nullable: property.required === undefined ? null : !property.required,
      comment: property.description ?? null,
    });
  }
  return { columns, grain: readGrain(properties, at, notes), nestedDescriptions: descriptions };
}

/** ODCS has a physical name where the name is another one. */
function columnName({ physicalName, name = "" }: PropertyDocument): string {
  return (physicalName ?? name).toLowerCase();
}

function readType({ physicalType }: PropertyDocument, at: YamlPath, notes: ContractNotes): TrinoType | null {
  if (physicalType === undefined) {
    notes.problem([...at, "physicalType"], "is missing; write Trino's type, like varchar");
    return null;
  }
  try {
    return parseType(physicalType);
  } catch (error) {
    if (!(error instanceof TypeTextError)) throw error;
    notes.problem([...at, "physicalType"], `is no Trino type: ${error.message}`);
    return null;
  }
}

/** The columns of the primary key by their positions; without any position, as they stand. */
function readGrain(properties: readonly PropertyDocument[], at: YamlPath, notes: ContractNotes): Grain | null {
  const keys = properties
    .map((property, index) => ({ name: columnName(property), position: positionOf(property), index, property }))
    .filter(({ property }) => property.primaryKey === true);
  const [first] = keys;
  if (first === undefined) return null;
  notes.place(promisePath("grain"), [...at, first.index, "primaryKey"]);
  const placed = keys.filter(({ position }) => position !== null);
  if (placed.length > 0) {
    const taken = new Set<number>();
    for (const { position, index } of keys) {
      const key = [...at, index, "primaryKeyPosition"];
      if (position === null) notes.problem(key, "is missing, and other columns of the key have one");
      else if (position < 1) notes.problem(key, "must count from 1");
      else if (taken.has(position)) notes.problem(key, `${position} is the position of another column too`);
      else taken.add(position);
    }
  }
  keys.sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
  return { columns: keys.map(({ name }) => name) };
}

/** -1 is how ODCS writes that there is none. */
function positionOf({ primaryKeyPosition }: PropertyDocument): number | null {
  return primaryKeyPosition === undefined || primaryKeyPosition === -1 ? null : primaryKeyPosition;
}
