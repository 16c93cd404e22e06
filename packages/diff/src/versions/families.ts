import { familyFilter, familyOf, nameLabel, type ViewName, viewLabel } from "@schema-gate/contract";

/** One view as a version of its family. */
export interface Version {
  readonly view: ViewName;
  readonly label: string;
  readonly version: number;
}

/** The versions of each family, keyed by catalog, schema and family name. */
export type Families = ReadonlyMap<string, readonly Version[]>;

export function familiesOf(views: readonly ViewName[], patterns: readonly string[]): Families {
  const families = new Map<string, Version[]>();
  for (const view of views) {
    const { key, version } = versionOf(view, patterns);
    const versions = families.get(key);
    const entry = { view, label: viewLabel(view), version };
    if (versions) versions.push(entry);
    else families.set(key, [entry]);
  }
  return families;
}

/** The views that may be versions of the same families as `others`, and few more. */
export function relatedViews(
  views: readonly ViewName[],
  others: readonly ViewName[],
  patterns: readonly string[],
): readonly ViewName[] {
  const families = new Set(others.map(({ name }) => familyOf(name, patterns).family));
  const mayBelong = familyFilter(families, patterns);
  return views.filter(({ name }) => mayBelong(name));
}

/** The views that are versions of the same families as `others`. */
export function familyViews(
  views: readonly ViewName[],
  others: readonly ViewName[],
  patterns: readonly string[],
): readonly ViewName[] {
  const keys = new Set(others.map((view) => versionOf(view, patterns).key));
  return relatedViews(views, others, patterns).filter((view) => keys.has(versionOf(view, patterns).key));
}

/** Names are asked for several times in a comparison, and reading ten thousand by patterns is not free. */
const known = new WeakMap<readonly string[], WeakMap<ViewName, { key: string; version: number }>>();

/** Which version of which family a view is; `key` is unique for the family. */
export function versionOf(view: ViewName, patterns: readonly string[]): { key: string; version: number } {
  const read = known.get(patterns) ?? new WeakMap();
  known.set(patterns, read);
  const before = read.get(view);
  if (before) return before;
  const { family, version } = familyOf(view.name, patterns);
  const found = { key: `${nameLabel(view.catalog)}.${nameLabel(view.schema)}.${nameLabel(family)}`, version };
  read.set(view, found);
  return found;
}
