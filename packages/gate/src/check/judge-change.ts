import { UserError } from "@schema-gate/contract";
import type { Report } from "@schema-gate/report";
import { commitTree } from "../files/commit-tree.js";
import type { Commits } from "../git/commits.js";
import { acknowledgeFindings, viewsToAcknowledge } from "../judge/acknowledge-findings.js";
import type { BelievedSource } from "../judge/believe.js";
import { countViews } from "../judge/changed-views.js";
import type { ComparisonProgress } from "../judge/compare-sides.js";
import type { FailOn } from "../judge/decide-action.js";
import { judge } from "../judge/judge.js";
import { readWaiver } from "../judge/read-waiver.js";
import { releaseDays } from "../judge/release-days.js";
import { weighPolicyEdits } from "../judge/weigh-policy-edits.js";
import { ownersOfViews } from "../policy/owners-of-views.js";
import type { Policy, WaiverFile } from "../policy/policy.js";
import { policyEdits } from "../policy/policy-edits.js";
import { policyOfCommit } from "../policy/policy-of-commit.js";
import { gitSide } from "../sides/git-side.js";
import { gitSideFrom } from "../sides/git-sides.js";
import type { Side } from "../sides/side.js";
import type { TellUnreadable, UnreadableFile } from "../sides/unreadable-file.js";
import type { Change } from "./change.js";

/** What a change is judged by. Commits are 40 hex digits. */
export interface JudgedBy {
  /** The newest commit of the branch the change goes into: its facts are believed. */
  readonly base: string;
  /** Whose configuration and waivers count; as a rule the base. */
  readonly policy: string;
  /** Where the snapshots stand, from the repository's root. */
  readonly folder: string;
  /** Today, `2026-11-22`. */
  readonly asOf: string;
  readonly failOn: FailOn;
  /** Logins who approved the change, its authors not among them; nobody where this is not said. */
  readonly approvals?: readonly string[];
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

export interface JudgedChange {
  readonly report: Report;
  /** Where the change left the base. */
  readonly mergeBase: string;
}

/** The gate: what a change does since it left the base, judged by the policy of the base's newest commit, never by its own. */
export async function judgeChange(commits: Commits, change: Change, by: JudgedBy): Promise<JudgedChange> {
  const own = await change.waivers();
  await requireReadable(own, by.asOf);
  const left = await commits.mergeBase(by.base, change.commit);
  // A file that was merged broken must not stop the change that mends it.
  const unreadable: UnreadableFile[] = [];
  const tell: TellUnreadable = (file) => unreadable.push(file);
  const committed = gitSide(commits, left, by.folder, tell);
  const [before, after, histories, policy, edits] = await Promise.all([
    committed,
    change.side(left, committed),
    change.histories(left),
    policyOfCommit(commits, by.policy).catch((error: unknown) => unjudgeable(error, by.policy)),
    change.policy(left).then((changed) => policyEdits(commits, { left, policy: by.policy }, changed)),
    change.requireReaders(left),
  ]);
  const believed = believedOf(commits, before, by, tell);
  const counting = edits.length > 0 && (await isAdoption(before, believed)) ? [] : edits;
  const report = await judge({
    ...policy,
    ...(await weighPolicyEdits(counting, own, policy, by.approvals ?? [])),
    before,
    after,
    asOf: by.asOf,
    planned: false,
    unreadable,
    histories,
    believed,
    authorsOf: commits.authorsOf(left, change.commit),
    openReaders: async () => {
      const views = await believed.side();
      return {
        views,
        contracts: views.contracts,
        tree: commitTree(commits, by.base),
        jobFolders: policy.config.jobFolders,
      };
    },
    failOn: by.failOn,
    mode: "check",
    ...(by.onProgress && { onProgress: by.onProgress }),
  });
  return { report: await acknowledged(commits, report, policy, by), mergeBase: left };
}

/** The report with what the owners of its views, as the base knows them, have acknowledged. */
async function acknowledged(
  commits: Commits,
  report: Report,
  { config }: Policy,
  { base, folder, asOf, approvals = [] }: JudgedBy,
): Promise<Report> {
  const waiting = approvals.length === 0 ? [] : viewsToAcknowledge(report);
  const owners = await ownersOfViews(commits, { commit: base, folder }, waiting, asOf);
  return acknowledgeFindings(report, owners, config.leads, approvals);
}

/** By a policy that cannot be read nothing is judged, not even what mends it: that must be said, for the change's own looks fine. */
function unjudgeable(error: unknown, commit: string): never {
  if (!(error instanceof UserError) || error.kind !== "usage") throw error;
  const text = `${error.message.replace(/\.$/, "")}. So it stands in ${commit.slice(0, 12)}, whose policy counts`;
  throw new UserError("usage", `${text}: what mends it must be merged past this check.`, { cause: error });
}

/** The change's own waivers do not count before leads approved them, but merged unreadable they would stop everybody after it. */
async function requireReadable(waivers: readonly WaiverFile[], asOf: string): Promise<void> {
  for (const waiver of waivers) {
    const { fault } = await readWaiver(waiver, asOf);
    if (fault?.rule === "waiver-malformed") throw new UserError("usage", fault.message);
  }
}

/** Where no view is guarded yet, its first configuration comes with it: there is nothing it could weaken. */
async function isAdoption(before: Side, { side }: BelievedSource): Promise<boolean> {
  return countViews(before) === 0 && countViews(await side()) === 0;
}

/** The base tip, told by what it differs in from the merge base, when it is first asked for. */
function believedOf(
  commits: Commits,
  mergeBaseSide: Side,
  { base, folder }: JudgedBy,
  tell: TellUnreadable,
): BelievedSource {
  let baseTip: Promise<Side> | null = null;
  return {
    side: () => (baseTip ??= gitSideFrom(commits, mergeBaseSide, base, folder, tell)),
    releasedOn: releaseDays(commits, base),
  };
}
