import { type Column, type Config, type Contract, nameLabel } from "@schema-gate/contract";
import { type BelievedTip, compare, type Finding } from "@schema-gate/diff";
import { publicViews } from "../judge/public-views.js";

/** A view that has a contract and that live Trino shows. */
export interface DeliveredView {
  readonly contract: Contract;
  readonly snapshot: Contract | null;
  readonly stored: Contract;
}

/**
 * Where the columns of live Trino are not those a contract promises: their names and types. What a contract says beyond
 * that no catalogue shows, order is the snapshot's to say, and a column that only the snapshot has drifted from nothing.
 */
export function findContractDrift(
  views: readonly DeliveredView[],
  settings: { readonly config: Config; readonly asOf: string; readonly believed: BelievedTip },
): readonly Finding[] {
  const { config, asOf, believed } = settings;
  const pairs = views.map((view) => ({ before: promisedColumns(view), after: declaredColumns(view) }));
  const findings = compare({
    pairs,
    before: [],
    after: [],
    isAdoption: true,
    predecessors: new Map(),
    patterns: config.naming.patterns,
    isPublic: publicViews(config),
    supportWindow: config.supportWindow,
    asOf,
    losslessWidening: config.losslessWidening,
    loosenedFactor: config.bounds.loosenedFactor,
    compareDefinitions: null,
    believed,
    findView: () => null,
  });
  return findings.map(inContract);
}

/** The contract as a view that delivers it would show. */
function promisedColumns({ contract, stored }: DeliveredView): Contract {
  const places = new Map(stored.columns.map(({ name }, index) => [name, index]));
  const last = stored.columns.length;
  const placed = contract.columns.map((column, index) => ({ column, at: places.get(column.name) ?? last + index }));
  const { catalog, schema, name } = contract;
  const columns = placed.sort((one, other) => one.at - other.at).map(({ column }) => bare(column));
  return { ...stored, catalog, schema, name, columns };
}

/** The view without the columns that its snapshot has and its contract leaves out. */
function declaredColumns({ contract, snapshot, stored }: DeliveredView): Contract {
  const promised = new Set(contract.columns.map(({ name }) => name));
  const known = new Set(snapshot?.columns.map(({ name }) => name));
  return { ...stored, columns: stored.columns.filter(({ name }) => promised.has(name) || !known.has(name)).map(bare) };
}

function bare({ name, type }: Column): Column {
  return { name, type, nullable: null, comment: null };
}

/** A finding points at what the contract says of the column, or at the contract where it says nothing. */
function inContract(finding: Finding): Finding {
  return { ...finding, anchor: { side: "before", column: null, contract: finding.path } };
}

/** The place of a finding, so that what snapshot and contract both say is found once. */
export function placeOf({ view, path }: Pick<Finding, "view" | "path">): string {
  return JSON.stringify([view && [view.catalog, view.schema, view.name].map(nameLabel), path]);
}
