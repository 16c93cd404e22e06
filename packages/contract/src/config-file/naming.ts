import { type NamingPattern, type Placeholder, parseNamingPattern } from "./naming-pattern.js";

/** What a view's name says: the name without its version part, the version, whose data it is and what the rows are. */
export interface Family {
  readonly family: string;
  readonly version: number;
  readonly project: string | null;
  readonly entity: string | null;
}

/**
 * Reads a view name by naming patterns, the first that fits. A name that only ends like one of them (`tasks_v2`) still
 * has its version; any other is version 1 of a family of its own. Leading zeros do not count (`_v02` is 2), `_v0` is 0,
 * and a number past 2^53 is no version. So two views can be the same version of one family: `tasks` and `tasks_v1`.
 */
export function familyOf(name: string, patterns: readonly string[]): Family {
  const parsed = readPatterns(patterns);
  return (
    first(parsed, (pattern) => readWhole(name, pattern)) ??
    first(parsed, (pattern) => readEnd(name, pattern)) ?? {
      family: name,
      version: 1,
      project: null,
      entity: null,
    }
  );
}

/** Whether a name is as one of the patterns wants it, from its first letter on. */
export function fitsPattern(name: string, patterns: readonly string[]): boolean {
  return readPatterns(patterns).some((pattern) => readWhole(name, pattern) !== null);
}

/**
 * Tells cheaply whether a name may belong to one of some families: it never says no where `familyOf` would say one of them.
 * Of ten thousand names, those of a few families are found without reading them all by patterns.
 */
export function familyFilter(families: Iterable<string>, patterns: readonly string[]): (name: string) => boolean {
  const markers = readPatterns(patterns).map(({ marker }) => marker);
  const stems = new Set<string>();
  for (const family of families) {
    // A name without a version is its own family, digits at its end included.
    stems.add(family.slice(0, startOfDigits(family)));
    for (const marker of markers) stems.add(family + marker);
  }
  return (name) => stems.has(name.slice(0, startOfDigits(name)));
}

// Ten thousand names are read by the same few patterns.
const known = new WeakMap<readonly string[], readonly NamingPattern[]>();

function readPatterns(patterns: readonly string[]): readonly NamingPattern[] {
  const before = known.get(patterns);
  if (before !== undefined) return before;
  const parsed = patterns.map(parseNamingPattern).filter((pattern) => typeof pattern !== "string");
  known.set(patterns, parsed);
  return parsed;
}

function first<Item, Value>(items: readonly Item[], read: (item: Item) => Value | null): Value | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null) return value;
  }
  return null;
}

/** The family by the version part alone. */
function readEnd(name: string, { marker }: NamingPattern): Family | null {
  const digits = name.slice(startOfDigits(name));
  const version = Number(digits);
  const stem = name.slice(0, name.length - digits.length);
  if (digits === "" || !Number.isSafeInteger(version) || !stem.endsWith(marker)) return null;
  const family = stem.slice(0, stem.length - marker.length);
  return family === "" ? null : { family, version, project: null, entity: null };
}

/** Where the digits at the end start; a loop, because a regular expression would try every place for ten thousand names. */
function startOfDigits(name: string): number {
  let at = name.length;
  while (at > 0 && name.charCodeAt(at - 1) >= 0x30 && name.charCodeAt(at - 1) <= 0x39) at--;
  return at;
}

/** The family when the whole name fits the pattern; each part is the shortest that leaves the rest a chance. */
function readWhole(name: string, pattern: NamingPattern): Family | null {
  if (!name.startsWith(pattern.literals[0] ?? "")) return null;
  const end = readEnd(name, pattern);
  const parts = end === null ? null : readParts(end.family, pattern);
  if (end === null || parts === null) return null;
  return { ...end, project: parts.project ?? parts.source ?? null, entity: parts.entity ?? null };
}

function readParts(stem: string, pattern: NamingPattern): Partial<Record<Placeholder, string>> | null {
  const { literals, names, tail } = pattern;
  if (names.length === 0) return stem === tail ? {} : null;
  if (!stem.startsWith(literals[0] ?? "") || !stem.endsWith(tail)) return null;
  const parts: Partial<Record<Placeholder, string>> = {};
  let at = literals[0]?.length ?? 0;
  for (const [index, placeholder] of names.entries()) {
    const next = literals[index + 1];
    const end = next === undefined ? stem.length - tail.length : stem.indexOf(next, at + 1);
    const part = stem.slice(at, Math.max(at, end));
    // A part that starts or ends with an underscore means that another pattern cut this name (`v__tasks__v1`).
    if (part === "" || part.startsWith("_") || part.endsWith("_")) return null;
    parts[placeholder] = part;
    at = end + (next?.length ?? 0);
  }
  return parts;
}
