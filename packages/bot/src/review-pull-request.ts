import { GitHubError } from "./github/github-error.js";
import type { PullRequest } from "./github/pull-requests.js";
import { groundsId, readGrounds } from "./judge/grounds.js";
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

/** So often a pull request is judged anew because it changed meanwhile. */
const MOST_TIMES = 10;

/**
 * Judges a pull request, concludes its newest commit and writes the one comment. Doing it again changes nothing that is right
 * already. Whoever writes last looks last: where anything changed since it was judged, it is judged again, so that of many who
 * judge at once nobody leaves behind what is over. Throws a UserError where GitHub could not be asked, or told: whoever calls
 * asks again later.
 */
export async function reviewPullRequest(judge: Judge, publication: Publication, number: number): Promise<Reviewed> {
  const due = new Set([number]);
  let answer: Reviewed = { judgements: [], concluded: null };
  for (let times = 0; times < MOST_TIMES; times++) {
    const [next = number] = due;
    const reviewed = await reviewOnce(judge, publication, next);
    if (next === number) answer = reviewed;
    due.delete(next);
    const isOver = await isOutdated(judge, next, reviewed.judgements);
    for (const { pullRequest } of reviewed.judgements) due[isOver ? "add" : "delete"](pullRequest.number);
    if (isOver) due.add(next);
    if (due.size === 0) return answer;
  }
  const doing = `Cannot judge pull request ${number}`;
  throw new GitHubError("unreachable", "unclear", `${doing}: it or its base changes faster than it can be judged.`);
}

async function reviewOnce(judge: Judge, publication: Publication, number: number): Promise<Reviewed> {
  const { github } = judge;
  const [first, ...others] = await withSameHead(judge, await github.pullRequest(number));
  if (first === undefined) return { judgements: [], concluded: null };
  const judgements: [Judgement, ...Judgement[]] = [await judgePullRequest(judge, first)];
  for (const other of others) judgements.push(await judgePullRequest(judge, other));
  const concluded = await publishConclusion(github, publication, judgements);
  for (const judgement of judgements) await tell(judge, publication, judgement);
  throwDefects(judgements);
  return { judgements, concluded };
}

/** Whether the commit would be judged by something else now. What could not be read is not asked for again here. */
async function isOutdated(judge: Judge, number: number, judgements: readonly Judgement[]): Promise<boolean> {
  const judged = groundsId(judgements.map(({ grounds }) => grounds));
  if (judgements.length === 0 || judged === null) return false;
  const { github } = judge;
  const now = await withSameHead(judge, await github.pullRequest(number));
  return groundsId(await Promise.all(now.map((each) => readGrounds(github, each)))) !== judged;
}

/**
 * Judges what the merge queue made of a pull request, and concludes that commit. Its pull request was told before. Should
 * others end in the commit, it stands by the worst of all: nothing is green because somebody called a branch like the queue's.
 */
export async function reviewMergeGroup(judge: Judge, publication: Publication, group: MergeGroup): Promise<Reviewed> {
  const { github } = judge;
  const judgements: [Judgement, ...Judgement[]] = [
    await judgeMergeGroup(judge, group, await github.pullRequest(group.pullRequest)),
  ];
  for (const open of await github.openPullRequestsWithHead(group.head)) {
    judgements.push(await judgePullRequest(judge, open));
  }
  const concluded = await publishConclusion(github, publication, judgements);
  throwDefects(judgements);
  return { judgements, concluded };
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

/** Comments, unless there is something newer to say, or GitHub takes no comment of ours: then the conclusion must do. */
async function tell({ github }: Judge, publication: Publication, judgement: Judgement): Promise<void> {
  const { number, head, base } = judgement.pullRequest;
  const now = await github.pullRequest(number);
  if (now.head !== head || now.base !== base) return;
  await publishVerdict(github, publication, judgement).catch((error: unknown) => {
    if (!(error instanceof GitHubError && ["forbidden", "refused"].includes(error.reason))) throw error;
  });
}
