import { isAncestor } from "../git/commits.js";
import { tipOf } from "./find.js";
import type { Pull } from "./pull.js";
import type { Repository, RequiredCheck } from "./repository.js";

const passing = new Set(["success", "neutral", "skipped"]);

/** Why a pull request may not be merged yet, as GitHub says it; nothing when everything its base branch requires is there. */
export async function unmetChecks(repository: Repository, pull: Pull): Promise<readonly string[]> {
  const protection = repository.protection.get(pull.baseRef);
  if (protection === undefined) return [];
  const unmet = protection.checks
    .filter((check) => !isMet(repository, pull.headSha, check))
    .map(({ context }) => `Required status check "${context}" is expected.`);
  const tip = protection.strict ? await tipOf(repository, pull.baseRef) : null;
  if (tip !== null && !(await isAncestor(repository.git, tip.sha, pull.headSha))) {
    unmet.push("This branch must not be behind its base branch.");
  }
  return unmet;
}

/** The newest run of that name passed; where no app is named, a commit status does as well. */
function isMet(repository: Repository, sha: string, { context, appId }: RequiredCheck): boolean {
  const runs = repository.runs.filter(
    (run) => run.suite.headSha === sha && run.name === context && (appId === null || run.suite.app.id === appId),
  );
  const statuses = repository.statuses.filter((one) => one.sha === sha && one.context === context && appId === null);
  if (runs.length === 0 && statuses.length === 0) return false;
  const newestOfEachApp = [...new Map(runs.map((run) => [run.suite.app.id, run])).values()];
  return (
    newestOfEachApp.every(({ conclusion }) => conclusion !== null && passing.has(conclusion)) &&
    (statuses.at(-1)?.state ?? "success") === "success"
  );
}
