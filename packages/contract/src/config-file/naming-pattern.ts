/** The parts of a view name a pattern may read. `source` and `project` both say whose data it is. */
export const placeholders = ["project", "source", "entity", "version"] as const;
export type Placeholder = (typeof placeholders)[number];

/**
 * A naming pattern taken apart: `literals[i]` stands before `names[i]`, then come `tail`, `marker` and the digits of the
 * version. The marker is what goes with the version and is no part of the family: `_v` of `tasks_v{version}`.
 */
export interface NamingPattern {
  readonly literals: readonly string[];
  readonly names: readonly Placeholder[];
  readonly tail: string;
  readonly marker: string;
}

/** Reads a naming pattern like `{project}_{entity}_v{version}`, or says in a sentence why it is none. */
export function parseNamingPattern(pattern: string): NamingPattern | string {
  // Splitting on a group puts the literals at even places and the placeholder names at odd ones.
  const pieces = pattern.split(/\{([^{}]*)\}/);
  const literals = pieces.filter((_, index) => index % 2 === 0);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const foreign = names.find((name) => !isPlaceholder(name));
  if (foreign !== undefined) return `{${foreign}} is none of ${placeholders.map((name) => `{${name}}`).join(", ")}`;
  if (new Set(names).size < names.length) return "a placeholder stands in it twice";
  if (names.at(-1) !== "version" || literals.at(-1) !== "") return "it must end with {version}";
  // Without text between two placeholders nothing says where the one ends and the other starts.
  const between = literals.slice(1, -1);
  if (between.includes("") || /(?:^|\d)$/.test(literals.at(-2) ?? "")) {
    return "text must stand between two placeholders, and no digit right before {version}";
  }
  if (!literals.every((literal) => /^[a-z0-9_]*$/.test(literal))) return "its text may hold a-z, 0-9 and _ only";
  const beforeVersion = literals.at(-2) ?? "";
  const marker = /_+[^_]*$/.exec(beforeVersion)?.[0] ?? beforeVersion;
  const tail = beforeVersion.slice(0, beforeVersion.length - marker.length);
  return { literals: literals.slice(0, -2), names: names.slice(0, -1).filter(isPlaceholder), tail, marker };
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((placeholder) => placeholder === name);
}
