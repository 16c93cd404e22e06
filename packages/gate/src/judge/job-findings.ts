import { posix } from "node:path";
import type { Config, Contract, ContractFile, Job } from "@schema-gate/contract";
import { type Finding, type JobsOnSide, loadStatePolicy } from "@schema-gate/diff";
import type { AuthorsOf } from "../git/authors-of-files.js";
import type { ReadViews, Side, Sides } from "../sides/side.js";
import { type ChangedViews, labelsOfChangedContracts } from "./changed-views.js";
import { concernedContracts } from "./concerned-contracts.js";
import { haveSame, type JobsOfSides, loadJobs } from "./jobs-of-sides.js";
import { withSqlAhead } from "./sql-ahead.js";

interface JudgedJobs extends Sides {
  readonly config: Config;
  readonly jobs: JobsOfSides;
  readonly authorsOf?: AuthorsOf;
}

type OnFindings = (findings: readonly Finding[], read: ReadViews) => void;

/** Where jobs, and what contracts say of them, fall short of the policy by what a change did. */
export async function judgeJobsOfChange(
  given: JudgedJobs,
  changes: ChangedViews,
  onFindings: OnFindings,
): Promise<void> {
  const { before, after, config, authorsOf, jobs } = given;
  const { before: was, after: now } = jobs;
  const labels = labelsOfChangedContracts(given, changes);
  if (labels.length === 0 && haveSame(was.texts, now.texts)) return;
  const contracts = await concernedContracts(given, labels, jobs);
  const { before: old, after: current } = contracts;
  const addedBy = await authorsOfNew(was.jobs, now.jobs, authorsOf);
  const { judgeJobs, broughtIn } = await loadStatePolicy();
  const found = broughtIn(
    judgeJobs(await jobsOnSide(before, was.jobs, old, config, new Map()), "before"),
    judgeJobs(await jobsOnSide(after, now.jobs, current, config, addedBy), "after"),
  );
  const none = { before: new Map(), after: new Map() };
  if (found.length > 0) onFindings(found, { ...none, contracts });
}

/** What the policy finds in the jobs of a side as they stand. */
export async function judgeJobsOfSide(
  side: Side,
  contracts: ReadonlyMap<string, ContractFile>,
  config: Config,
): Promise<readonly Finding[]> {
  const { jobs } = await loadJobs(side, config);
  const { judgeJobs } = await loadStatePolicy();
  return judgeJobs(await jobsOnSide(side, jobs, contracts, config, new Map()), "after");
}

async function jobsOnSide(
  side: Side,
  jobs: readonly Job[],
  files: ReadonlyMap<string, ContractFile>,
  config: Config,
  addedBy: JobsOnSide["addedBy"],
): Promise<JobsOnSide> {
  const contracts = Array.from(files.values(), ({ contract }) => contract);
  const present = await presentSql(await withSqlAhead(side, contracts), contracts);
  return { config, jobs, contracts, hasFile: (path) => present.has(path), addedBy };
}

/** The SQL files that contracts name and that are there, as they are named. A path out of the repository is refused elsewhere. */
async function presentSql({ readFile }: Side, contracts: readonly Contract[]): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  for (const { promises } of contracts) {
    const sql = promises?.filling.sql ?? null;
    if (sql === null || present.has(sql)) continue;
    const path = posix.normalize(sql);
    const isInside = !path.startsWith("../") && !path.startsWith("/");
    if (isInside && (await readFile?.(path))) present.add(sql);
  }
  return present;
}

/** Who added the jobs that were not there before: whoever made any of their files. */
async function authorsOfNew(
  was: readonly Job[],
  now: readonly Job[],
  authorsOf: AuthorsOf = async () => new Map(),
): Promise<JobsOnSide["addedBy"]> {
  const known = new Set(was.map(({ folder }) => folder));
  const added = now.filter(({ folder }) => !known.has(folder));
  if (added.length === 0) return new Map();
  const authors = await authorsOf([...new Set(added.flatMap(({ definitions }) => definitions))]);
  return new Map(
    added.map(({ folder, definitions }) => {
      const each = definitions.map((file) => authors.get(file) ?? []);
      // Of a file that nobody is known to have made nobody can say that a lead did.
      return [folder, each.some((names) => names.length === 0) ? [] : [...new Set(each.flat())].sort()];
    }),
  );
}
