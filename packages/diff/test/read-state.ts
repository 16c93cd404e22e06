import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  type Config,
  type Contract,
  defaultConfig,
  loadContractReader,
  locateViews,
  parseConfig,
  readJobs,
  readView,
  viewLabel,
  viewName,
} from "@schema-gate/contract";
import { type Finding, type JobsOnSide, loadStatePolicy, type SourceText, type ViewState } from "@schema-gate/diff";
import { tablesRead } from "@schema-gate/sql";
import { readJobFiles } from "./read-job-files.js";

const root = new URL("../fixtures/", import.meta.url);
const readContractFile = await loadContractReader();
const { judgeJobs, judgeView } = await loadStatePolicy();

/** What a fixture of a rule on states shows: how it should be, and how it falls short. */
export type Shown = "good" | "bad";

/** The fixtures of rules on states: those that have a `bad` and no `before`. */
export const stateFixtureNames = readdirSync(root)
  .filter((name) => readdirSync(new URL(`${name}/`, root)).some((file) => file.startsWith("bad.")))
  .sort();

/**
 * Everything the policy finds in one state of a fixture: `good.yaml` is a contract, `good.json` a bundle of snapshots,
 * `good.sql` the SQL of the contract's job; `config.yaml` configures both states.
 */
export function judgeFixture(name: string, which: Shown): Finding[] {
  const ofViews = readStates(name, which).flatMap((state) => {
    return judgeView({ state, texts: textsOf(name, which, state) }, tablesRead, "after");
  });
  return [...ofViews, ...judgeJobs(readJobState(name, which, readConfig(name)), "after")];
}

function readStates(name: string, which: Shown): ViewState[] {
  const config = readConfig(name);
  const contract = readContract(name, which);
  const snapshots = readSnapshots(name, which);
  const own = contract && (snapshots.find((each) => viewLabel(each) === viewLabel(contract)) ?? null);
  const others = snapshots.filter((each) => each !== own);
  return [
    ...(contract ? [{ view: viewName(contract), contract, snapshot: own, mayPromise: true, config }] : []),
    ...others.map((snapshot) => ({ view: viewName(snapshot), contract: null, snapshot, mayPromise: true, config })),
  ];
}

function textsOf(name: string, which: Shown, { view, snapshot }: ViewState): SourceText[] {
  const sql = readText(name, `${which}.sql`);
  const { catalog, schema } = view;
  const definition = snapshot?.definition ?? null;
  return [
    ...(sql === null ? [] : [{ from: "sql" as const, text: sql, home: null }]),
    ...(definition === null ? [] : [{ from: "definition" as const, text: definition, home: { catalog, schema } }]),
  ];
}

function readConfig(name: string): Config {
  const text = readText(name, "config.yaml");
  return text === null ? defaultConfig : parseConfig(text, `${name}/config.yaml`);
}

/** Contracts beside the first stand in `good.other.yaml`; the files of the job are what `readJobFiles` says. */
function readJobState(name: string, which: Shown, config: Config): JobsOnSide {
  const contracts = [readContract(name, which), readContract(name, `${which}.other`)].filter((each) => each !== null);
  const { texts, addedBy } = readJobFiles(new URL(`${name}/`, root), which);
  const jobs = readJobs(texts);
  const hasFile = (path: string) => texts.has(path);
  return { config, jobs, contracts, hasFile, addedBy: new Map(jobs.map(({ folder }) => [folder, addedBy])) };
}

function readContract(name: string, which: string): Contract | null {
  const text = readText(name, `${which}.yaml`);
  return text === null ? null : readContractFile(text, `${name}/${which}.yaml`).contract;
}

function readSnapshots(name: string, which: Shown): Contract[] {
  const text = readText(name, `${which}.json`);
  if (text === null) return [];
  const bytes = Buffer.from(text);
  return locateViews(bytes, name).map((view) => readView(bytes, view, name));
}

function readText(name: string, file: string): string | null {
  const url = new URL(`${name}/${file}`, root);
  return existsSync(url) ? readFileSync(url, "utf8") : null;
}
