import { Refusal, unprocessable } from "../http/reply.js";
import type { Account } from "./account.js";
import type { App } from "./app.js";
import { tipOf } from "./find.js";
import { newIssue } from "./new-issue.js";
import type { Pull } from "./pull.js";
import { pullCommits } from "./pull-facts.js";
import type { Repository } from "./repository.js";
import type { World } from "./world.js";

/** What a new pull request needs. `head` is a branch; `fork` the full name of the repository that holds it, if another. */
export interface NewPull {
  readonly title: string;
  readonly body: string | null;
  readonly author: Account;
  readonly app: App | null;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
  readonly fork: string | null;
  /** The head commit of a fork, which must be in the object store already; otherwise the branch's tip. */
  readonly headSha: string | null;
  readonly number: number | null;
}

/** Opens a pull request, or refuses as GitHub does. */
export async function openPull(world: World, repository: Repository, said: NewPull): Promise<Pull> {
  const base = await tipOf(repository, said.base);
  if (base === null) throw unprocessable("PullRequest", "base", "base is invalid", "invalid");
  const headSha = said.headSha ?? (await tipOf(repository, said.head))?.sha;
  if (headSha === undefined) throw unprocessable("PullRequest", "head", "head is invalid", "invalid");
  const headRepository = said.fork ?? repository.fullName;
  const twin = [...repository.pulls.values()].find(
    (one) =>
      one.issue.state === "open" &&
      one.headRef === said.head &&
      one.baseRef === said.base &&
      one.headRepository === headRepository,
  );
  if (twin !== undefined) {
    const message = `A pull request already exists for ${headRepository.split("/")[0]}:${said.head}.`;
    throw new Refusal(422, "Validation Failed", { errors: [{ resource: "PullRequest", code: "custom", message }] });
  }
  return makePull(world, repository, said, { headRepository, headSha, baseSha: base.sha });
}

async function makePull(
  world: World,
  repository: Repository,
  said: NewPull,
  sides: Pick<Pull, "headRepository" | "headSha" | "baseSha">,
): Promise<Pull> {
  const nothing = { merged: null, testMerge: null, reviews: [], requestedReviewers: [], requestedTeams: [] };
  const branches = { headRef: said.head, baseRef: said.base, draft: said.draft };
  const { author, title, body, app } = said;
  const fresh = { ...sides, ...branches, ...nothing };
  if ((await pullCommits(repository, sides)).length === 0) {
    const message = `No commits between ${said.base} and ${said.head}`;
    throw new Refusal(422, "Validation Failed", { errors: [{ resource: "PullRequest", code: "custom", message }] });
  }
  const issue = newIssue(world, repository, { author, title, body, app }, said.number ?? undefined);
  const pull: Pull = { id: world.nextId(), issue, ...fresh };
  repository.pulls.set(issue.number, pull);
  await repository.git.run(["update-ref", `refs/pull/${issue.number}/head`, pull.headSha]);
  return pull;
}
