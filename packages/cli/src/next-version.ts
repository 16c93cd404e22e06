import { contractPath, familyOf, nextVersionName, UserError, type ViewName, viewLabel } from "@schema-gate/contract";

/** The version after a view's own. */
export interface Next {
  readonly view: ViewName;
  readonly name: string;
  readonly version: number;
  /** Where its contract is to stand, below the folder of contracts. */
  readonly path: string;
}

/** What comes after a view, which must be the newest version of its family. */
export function nextVersion(view: ViewName, names: ReadonlyMap<string, ViewName>, patterns: readonly string[]): Next {
  const { family, version } = familyOf(view.name, patterns);
  const newer = [...names.values()]
    .filter(({ catalog, schema }) => catalog === view.catalog && schema === view.schema)
    .map((other) => ({ other, read: familyOf(other.name, patterns) }))
    .filter(({ read }) => read.family === family && read.version > version)
    .sort((one, two) => two.read.version - one.read.version)[0];
  if (newer)
    throw new UserError("usage", `${viewLabel(view)} has a newer version, ${viewLabel(newer.other)}; bump that one.`);
  const name = nextVersionName(view.name, patterns);
  const next = { catalog: view.catalog, schema: view.schema, name };
  return { view: next, name, version: version + 1, path: contractPath(next) };
}
