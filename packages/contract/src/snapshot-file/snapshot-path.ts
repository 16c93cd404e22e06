import type { ViewName } from "../contract.js";

/** Where a view's snapshot stands below `snapshots/`: `<catalog>/<schema>/<view>.json`, percent-encoded outside `[a-z0-9_]`. */
export function snapshotPath(view: ViewName): string {
  return `${[view.catalog, view.schema, view.name].map(encodeName).join("/")}.json`;
}

function encodeName(name: string): string {
  return name.replace(/[^a-z0-9_]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
}
