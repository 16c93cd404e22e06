import { GitHubError } from "./github/github-error.js";
import type { PullRequest } from "./github/pull-requests.js";
import { type Judge, judgeMergeGroup, judgePullRequest, type MergeGroup } from "./judge/judge-pull-request.js";
import type { Judgement } from "./judge/judgement.js";
import { type Concluded, type Publication, publishConclusion, publishVerdict } from "./publish/publish-judgements.js";

/** What became of a pull request and of those that end in the same commit. */
export interface Reviewed {
  /** None where nothing open ends in the commit. */
  readonly judgements: readonly Judgement[];
  /** `null` where there was nothing to conclude. */
  readonly concluded: Concluded | null;
}

/**
 * Judges a pull request, concludes its newest commit and writes the one comment. Doing it again changes nothing that is right
 * already. Throws a UserError where GitHub could not be asked, or told: whoever calls asks again later.
 */
export async function reviewPullRequest(judge: Judge, publication: Publication, number: number): Promise<Reviewed> {
  const { github } = judge;
  const asked = await github.pullRequest(number);
  const [first, ...others] = await withSameHead(judge, asked);
  if (first === undefined) return { judgements: [], concluded: null };
  const judgements: [Judgement, ...Judgement[]] = [await judgePullRequest(judge, first)];
  for (const other of others) judgements.push(await judgePullRequest(judge, other));
  const concluded = await publishConclusion(github, publication, judgements);
  for (const judgement of judgements) await tell(judge, publication, judgement);
  throwDefects(judgements);
  return { judgements, concluded };
}

/** Judges what the merge queue made of a pull request, and concludes that commit. Its pull request was told before. */
export async function reviewMergeGroup(judge: Judge, publication: Publication, group: MergeGroup): Promise<Reviewed> {
  const judgement = await judgeMergeGroup(judge, group, await judge.github.pullRequest(group.pullRequest));
  const concluded = await publishConclusion(judge.github, publication, [judgement]);
  throwDefects([judgement]);
  return { judgements: [judgement], concluded };
}

/** A defect is told on the pull request first, and to the log then. */
function throwDefects(judgements: readonly Judgement[]): void {
  for (const judgement of judgements) if (judgement.kind !== "judged" && judgement.defect) throw judgement.defect;
}

async function withSameHead({ github }: Judge, asked: PullRequest): Promise<readonly PullRequest[]> {
  const open = await github.openPullRequestsWithHead(asked.head);
  const others = open.filter(({ number }) => number !== asked.number);
  return asked.isOpen ? [asked, ...others] : others;
}

/** Comments, unless there is something newer to say, or no permission to say it: then the conclusion must do. */
async function tell({ github }: Judge, publication: Publication, judgement: Judgement): Promise<void> {
  const { number, head, base } = judgement.pullRequest;
  const now = await github.pullRequest(number);
  if (now.head !== head || now.base !== base) return;
  await publishVerdict(github, publication, judgement).catch((error: unknown) => {
    if (!(error instanceof GitHubError && error.reason === "forbidden")) throw error;
  });
}
