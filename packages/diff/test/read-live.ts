import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  type Contract,
  loadContractReader,
  locateViews,
  readView,
  type ViewName,
  viewName,
} from "@schema-gate/contract";
import { type Finding, type LiveState, loadLiveJudge } from "@schema-gate/diff";

const root = new URL("../fixtures/", import.meta.url);
const readContractFile = await loadContractReader();
const { judgeLive } = await loadLiveJudge();

/** The view of a fixture of which nothing is committed. */
const UNDECLARED: ViewName = { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "evergreen_tasks_v1" };

/** The fixtures of rules on live Trino. */
export const liveFixtureNames = readdirSync(root)
  .filter((name) => existsSync(new URL(`${name}/live.json`, root)))
  .sort();

/** What `live.json` says of the view: a column is its name and type, and what it leaves out is not known. */
interface LiveFixture extends Omit<LiveState, "view" | "contract" | "hasSnapshot" | "stored" | "unmeasured"> {
  readonly stored: {
    readonly kind: Contract["kind"];
    readonly columns: readonly { name: string; type: string }[];
  } | null;
}

/** Everything found of a fixture: `committed.yaml` is a contract, `committed.json` a bundle of one snapshot. */
export function judgeLiveFixture(name: string): Finding[] {
  const live: LiveFixture = JSON.parse(readText(name, "live.json") ?? "");
  const [contract, snapshot] = [readContract(name), readSnapshot(name)];
  const committed = contract ?? snapshot;
  const view = committed ? viewName(committed) : UNDECLARED;
  const hasSnapshot = snapshot !== null;
  const shown = live.stored && stored(view, live.stored);
  const state = { ...live, view, contract, hasSnapshot, stored: shown, unmeasured: [] };
  return judgeLive(state, { asOf: "2026-11-22", losslessWidening: "breaking", loosenedFactor: 2 });
}

function stored(view: ViewName, { kind, columns }: NonNullable<LiveFixture["stored"]>): Contract {
  const unknown = { nullable: null, comment: null };
  const listed = columns.map((column) => ({ ...column, ...unknown }));
  return { ...view, kind, security: null, comment: null, definition: null, columns: listed };
}

function readContract(name: string): Contract | null {
  const text = readText(name, "committed.yaml");
  return text === null ? null : readContractFile(text, `${name}/committed.yaml`).contract;
}

function readSnapshot(name: string): Contract | null {
  const text = readText(name, "committed.json");
  if (text === null) return null;
  const bytes = Buffer.from(text);
  const [view] = locateViews(bytes, name);
  return view ? readView(bytes, view, name) : null;
}

function readText(name: string, file: string): string | null {
  const url = new URL(`${name}/${file}`, root);
  return existsSync(url) ? readFileSync(url, "utf8") : null;
}
