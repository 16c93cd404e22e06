import { type Config, type Contract, type Job, viewName } from "@schema-gate/contract";
import type { Anchor, Finding } from "../finding.js";
import { judgeState } from "./judge-state.js";
import type { NamedFilling } from "./state-facts.js";

/** The jobs of one side, and the contracts that may name them. */
export interface JobsOnSide {
  readonly config: Config;
  readonly jobs: readonly Job[];
  readonly contracts: readonly Contract[];
  /** Whether a file stands on the side, by its path as a contract has it. */
  readonly hasFile: (path: string) => boolean;
  /** Who added new jobs, by their folders; `null` or absent for one that is not new. */
  readonly addedBy: ReadonlyMap<string, readonly string[] | null>;
}

/** What the policy finds in the jobs of a side, and in what contracts say of them. */
export function judgeJobs({ config, jobs, contracts, hasFile, addedBy }: JobsOnSide, side: Anchor["side"]): Finding[] {
  const fillings = contracts.flatMap((contract): NamedFilling[] => {
    const filling = contract.promises?.filling;
    return filling ? [{ view: viewName(contract), filling }] : [];
  });
  const ofJobs = jobs.flatMap((job) => {
    const named = fillings.filter(({ filling }) => isNamed(job, filling.job));
    const facts = { view: null, config, job, fillings: named, addedBy: addedBy.get(job.folder) ?? null };
    return judgeState("job", facts, side);
  });
  const ofContracts = contracts.flatMap((contract) => {
    const view = viewName(contract);
    const { job: name = null, sql = null } = contract.promises?.filling ?? {};
    const job = jobs.find((each) => isNamed(each, name)) ?? null;
    const others = fillings.filter(({ view: { name: other, schema, catalog } }) => {
      return other !== view.name || schema !== view.schema || catalog !== view.catalog;
    });
    const hasSql = sql === null ? null : hasFile(sql);
    return judgeState("filling", { view, config, contract, hasJobs: jobs.length > 0, job, hasSql, others }, side);
  });
  return [...ofJobs, ...ofContracts];
}

/** Contracts name a job by its folder, alone or with folders around it. */
function isNamed({ folder }: Job, name: string | null): boolean {
  return name !== null && (folder === name || folder.endsWith(`/${name}`));
}
