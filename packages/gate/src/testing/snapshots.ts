import { type Column, type Contract, printSnapshot, snapshotPath } from "@schema-gate/contract";

/** A view of `awsdatacatalog.dev_prod_live`; columns are given as `name type`. */
export function aView(name: string, columns: readonly string[], more: Partial<Contract> = {}): Contract {
  return {
    catalog: "awsdatacatalog",
    schema: "dev_prod_live",
    name,
    kind: "view",
    security: "definer",
    comment: null,
    columns: columns.map(aColumn),
    definition: null,
    ...more,
  };
}

function aColumn(text: string): Column {
  const [name = "", ...type] = text.split(" ");
  return { name, type: type.join(" "), nullable: null, comment: null };
}

/** The snapshot files of views, by their paths below `folder`. */
export function snapshotFiles(views: readonly Contract[], folder = "snapshots"): Record<string, string> {
  const root = folder === "" ? "" : `${folder}/`;
  return Object.fromEntries(views.map((view) => [`${root}${snapshotPath(view)}`, printSnapshot(view)]));
}
