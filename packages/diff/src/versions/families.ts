import { familyOf, nameLabel, type ViewName, viewLabel } from "@schema-gate/contract";

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

export function versionOf(view: ViewName, patterns: readonly string[]): { key: string; version: number } {
  const { family, version } = familyOf(view.name, patterns);
  return { key: `${nameLabel(view.catalog)}.${nameLabel(view.schema)}.${nameLabel(family)}`, version };
}
