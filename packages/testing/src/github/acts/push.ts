import { type Commit, commitAt, revisions } from "../git/commits.js";
import { differences } from "../git/differences.js";
import type { Account } from "../state/account.js";
import { tipOf } from "../state/find.js";
import { moveHead } from "../state/pull-facts.js";
import { accountNamed } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import { webUrl } from "../wire/repository.js";
import { type Place, pullEvent } from "./act.js";

const nothing = "0".repeat(40);

/**
 * Puts a branch on a commit that is in the bare repository: the `push` event, then `pull_request.synchronize` of every open pull
 * request from that branch. `fork` is the full name of a fork, of which GitHub sends no push to the base repository's app.
 */
export async function push(
  place: Place,
  { branch, commit, by, fork }: { branch: string; commit: string; by: string; fork?: string },
): Promise<readonly Delivery[]> {
  const { world, repository } = place;
  const pusher = accountNamed(world, by);
  const after = await commitAt(repository.git, commit);
  if (after === null) throw new Error(`${repository.git.directory} has no commit ${commit}`);
  const before = fork === undefined ? ((await tipOf(repository, branch))?.sha ?? nothing) : nothing;
  if (fork === undefined) await repository.git.run(["update-ref", `refs/heads/${branch}`, after.sha]);
  const pushed = fork === undefined ? [await pushEvent(place, branch, before, after, pusher)] : [];
  return [...pushed, ...(await synchronized(place, branch, fork ?? repository.fullName, after.sha, pusher))];
}

async function synchronized(place: Place, branch: string, holder: string, sha: string, by: Account) {
  const told: Delivery[] = [];
  for (const pull of place.repository.pulls.values()) {
    if (pull.issue.state === "closed" || pull.headRef !== branch || pull.headRepository !== holder) continue;
    const before = pull.headSha;
    await moveHead(place.repository, pull, sha);
    told.push(await pullEvent(place, pull, "synchronize", by, { before, after: sha }));
  }
  return told;
}

async function pushEvent(place: Place, branch: string, before: string, after: Commit, by: Account): Promise<Delivery> {
  const { world, repository } = place;
  const range = before === nothing ? ["-1", after.sha, "--"] : [after.sha, `^${before}`, "--"];
  const shas = [...(await revisions(repository.git, range))].reverse().slice(-20);
  const commits = await Promise.all(shas.map((sha) => pushedCommit(place, sha)));
  const known = before !== nothing && (await revisions(repository.git, [before, `^${after.sha}`, "--"])).length > 0;
  const person = { name: by.login, email: by.email };
  const parts = {
    ref: `refs/heads/${branch}`,
    before,
    after: after.sha,
    created: before === nothing,
    deleted: false,
    forced: known,
    base_ref: null,
    compare: `${webUrl(world, repository)}/compare/${before}...${after.sha}`,
    commits,
    head_commit: await pushedCommit(place, after.sha),
    pusher: person,
  };
  return eventDelivery(world, repository, { event: "push", action: null, by, parts });
}

async function pushedCommit({ world, repository }: Place, sha: string) {
  const commit = await commitAt(repository.git, sha);
  if (commit === null) throw new Error(`${repository.git.directory} has no commit ${sha}`);
  const files = await differences(repository.git, commit.parents[0] ?? "4b825dc642cb6eb9a060e54bf8d69288fbee4904", sha);
  const of = (...statuses: readonly string[]) =>
    files.filter(({ status }) => statuses.includes(status)).map(({ path }) => path);
  const { name, email } = commit.author;
  return {
    id: sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${webUrl(world, repository)}/commit/${sha}`,
    author: { name, email },
    committer: { name: commit.committer.name, email: commit.committer.email },
    added: of("added", "renamed", "copied"),
    removed: [...of("removed"), ...files.flatMap(({ previousPath }) => previousPath ?? [])],
    modified: of("modified", "changed"),
  };
}
