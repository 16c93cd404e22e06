import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Contract, loadContractReader, locateViews, readView, viewLabel } from "@schema-gate/contract";
import { type Comparison, compare, comparisonNeeds, type Finding, statedFacts } from "@schema-gate/diff";
import { compareDefinitions } from "@schema-gate/sql";

const root = new URL("../fixtures/", import.meta.url);

/** What a fixture shows of a finding: all of it but the index of the column. */
export type ExpectedFinding = Omit<Finding, "anchor" | "view"> & { readonly view: string | null };

const NOT_PROMISED = { before: null, after: null };

export interface Fixture {
  readonly name: string;
  readonly before: readonly Contract[];
  readonly after: readonly Contract[];
  /** The contract of one of the views, where the fixture has `before.yaml` or `after.yaml`. */
  readonly promised?: { readonly before: Contract | null; readonly after: Contract | null };
  readonly releasedOn: Readonly<Record<string, string>>;
  /** Whether `releasedOn` comes of a history that would know of every day. */
  readonly hasHistory?: boolean;
}

const readContractFile = await loadContractReader();

/** The fixtures of rules on changes; those on states have a `good` and a `bad` instead (`read-state.ts`). */
export const fixtureNames = readdirSync(root)
  .filter((name) => existsSync(new URL(`${name}/before.json`, root)))
  .sort();

export function readFixture(name: string): Fixture {
  const context = new URL(`${name}/context.json`, root);
  const { releasedOn = {}, hasHistory = false } = existsSync(context) ? JSON.parse(readFileSync(context, "utf8")) : {};
  const promised = { before: readPromised(name, "before"), after: readPromised(name, "after") };
  return { name, before: readSide(name, "before"), after: readSide(name, "after"), promised, releasedOn, hasHistory };
}

function readPromised(name: string, side: string): Contract | null {
  const file = new URL(`${name}/${side}.yaml`, root);
  return existsSync(file) ? readContractFile(readFileSync(file, "utf8"), `${name}/${side}.yaml`).contract : null;
}

function readSide(name: string, side: string): Contract[] {
  const bytes = readFileSync(new URL(`${name}/${side}.json`, root));
  return locateViews(bytes, `${name}/${side}.json`).map((view) => readView(bytes, view, `${name}/${side}.json`));
}

export function expectedFile(name: string): URL {
  return new URL(`${name}/expected.json`, root);
}

/** Compares the sides of a fixture as the gate would, on 2026-11-22. */
export function compareFixture(
  { before, after, promised = NOT_PROMISED, releasedOn, hasHistory = false }: Fixture,
  settings?: Partial<Comparison>,
): Finding[] {
  const sides = { before: byLabel(before), after: byLabel(after) };
  const named = promised.before ?? promised.after;
  const promisedLabels = named ? [viewLabel(named)] : [];
  const labels = [...new Set([...sides.before.keys(), ...sides.after.keys(), ...promisedLabels])];
  const pairs = labels.map((label) => ({
    before: sides.before.get(label) ?? null,
    after: sides.after.get(label) ?? null,
    ...(promisedLabels.includes(label) && { promised }),
  }));
  const names = { before, after, patterns: ["v__{source}__{entity}__v{version}", "{project}_{entity}_v{version}"] };
  const added = pairs.flatMap((pair) => (pair.before === null && pair.after ? [pair.after] : []));
  const removed = pairs.flatMap((pair) => (pair.after === null && pair.before ? [pair.before] : []));
  const { families, predecessors } = comparisonNeeds(names, added, removed);
  const contracts = [...predecessors].flatMap(([label, view]) => {
    const contract = sides.after.get(viewLabel(view));
    return contract ? [[label, contract] as const] : [];
  });
  return compare({
    ...families,
    pairs,
    predecessors: new Map(contracts),
    isPublic: (view) => view.schema === "dev_prod_live",
    believed: {
      views: [...before, ...(promised.before ? [promised.before] : [])],
      factsOf: (view) => factsOf(viewLabel(view), sides.before, promised.before, releasedOn),
      hasHistory,
    },
    findView: (label) => (promisedLabels.includes(label) ? named : null) ?? sides.after.get(label) ?? null,
    supportWindow: "P3M",
    asOf: "2026-11-22",
    losslessWidening: "breaking",
    loosenedFactor: 2,
    compareDefinitions,
    ...settings,
  });
}

/** What the side before is believed to say of a view. */
function factsOf(
  label: string,
  before: ReadonlyMap<string, Contract>,
  promised: Contract | null,
  releasedOn: Fixture["releasedOn"],
) {
  const stated = promised?.promises && viewLabel(promised) === label ? statedFacts(promised.promises) : null;
  if (!before.has(label) && stated === null) return null;
  return { hasSnapshot: before.has(label), stated, stoodSince: releasedOn[label] ?? null };
}

export function shown(findings: readonly Finding[]): ExpectedFinding[] {
  return findings
    .map(({ anchor: _, view, ...finding }) => ({ ...finding, view: view && viewLabel(view) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function byLabel(contracts: readonly Contract[]): Map<string, Contract> {
  return new Map(contracts.map((contract) => [viewLabel(contract), contract]));
}
