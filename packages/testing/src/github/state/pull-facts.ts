import { mergeBase, revisions } from "../git/commits.js";
import { differences, type FileDifference } from "../git/differences.js";
import type { Git } from "../git/git.js";
import type { PullFacts } from "../wire/pull.js";
import { tipOf } from "./find.js";
import type { Pull } from "./pull.js";
import type { Repository } from "./repository.js";
import { unmetChecks } from "./required-checks.js";
import type { World } from "./world.js";

/** The commits of a pull request by sha, oldest first: what its head has and its base has not. */
export async function pullCommits(
  { git }: Repository,
  pull: Pick<Pull, "headSha" | "baseSha">,
): Promise<readonly string[]> {
  return [...(await revisions(git, [pull.headSha, `^${pull.baseSha}`, "--"]))].reverse();
}

/** The files of a pull request: its head against the merge base. */
export async function pullFiles({ git }: Repository, pull: Pull): Promise<readonly FileDifference[]> {
  const base = await mergeBase(git, pull.baseSha, pull.headSha);
  return differences(git, base ?? emptyTree, pull.headSha);
}

/** The tree git gives the same id everywhere. */
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** What git and the checks say of a pull request now. */
export async function pullFacts(repository: Repository, pull: Pull): Promise<PullFacts> {
  const [commits, files] = await Promise.all([pullCommits(repository, pull), pullFiles(repository, pull)]);
  const counts = {
    commits: commits.length,
    files: files.length,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
  };
  const tip = await tipOf(repository, pull.baseRef);
  if (pull.issue.state === "closed" || tip === null) return { ...counts, mergeCommit: null, state: "unknown" };
  const tree = await mergedTree(repository.git, tip.sha, pull.headSha);
  if (tree === null) return { ...counts, mergeCommit: null, state: "dirty" };
  const mergeCommit = await testMerge(repository, pull, tree, tip.sha);
  if (pull.draft) return { ...counts, mergeCommit, state: "draft" };
  const unmet = await unmetChecks(repository, pull);
  return { ...counts, mergeCommit, state: unmet.length > 0 ? "blocked" : "clean" };
}

/** The tree of two commits merged, or null when they conflict. */
export async function mergedTree(git: Git, into: string, from: string): Promise<string | null> {
  const { status, stdout, stderr } = await git.ask([
    "merge-tree",
    "--write-tree",
    "--allow-unrelated-histories",
    into,
    from,
  ]);
  if (status === 1) return null;
  if (status !== 0) throw new Error(`git merge-tree ${into} ${from} failed with ${status}: ${stderr}`);
  return stdout.toString("utf8").slice(0, 40);
}

/** GitHub's test merge, kept at refs/pull/<number>/merge; the same commit as long as neither side moves. */
async function testMerge({ git }: Repository, pull: Pull, tree: string, base: string): Promise<string> {
  const message = `Merge ${pull.headSha} into ${base}`;
  if (pull.testMerge?.message === message) return pull.testMerge.sha;
  const sha = await makeCommit(git, tree, [base, pull.headSha], message, mergeBot, pull.issue.createdAt);
  await git.run(["update-ref", `refs/pull/${pull.issue.number}/merge`, sha]);
  pull.testMerge = { message, sha };
  return sha;
}

const mergeBot = { name: "GitHub", email: "noreply@github.com" };

/** Writes a commit and gives its sha. */
export async function makeCommit(
  git: Git,
  tree: string,
  parents: readonly string[],
  message: string,
  author: { readonly name: string; readonly email: string },
  date: string,
): Promise<string> {
  const environment = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: "GitHub",
    GIT_COMMITTER_EMAIL: "noreply@github.com",
    GIT_COMMITTER_DATE: date,
  };
  const above = parents.flatMap((parent) => ["-p", parent]);
  return (await git.run(["commit-tree", tree, ...above, "-F", "-"], message, environment)).toString("utf8").trim();
}

/** Follows what was pushed: the head of every open pull request is the tip of its branch, kept at refs/pull/<number>/head. */
export async function followHeads(world: World, repository: Repository): Promise<void> {
  for (const pull of repository.pulls.values()) {
    const holder = world.repositories.get(pull.headRepository);
    if (pull.issue.state === "closed" || holder === undefined || holder.git.directory !== repository.git.directory)
      continue;
    const tip = await tipOf(holder, pull.headRef);
    if (tip !== null && tip.sha !== pull.headSha) await moveHead(repository, pull, tip.sha);
  }
}

/** Puts a pull request's head on another commit; the base is looked at anew. */
export async function moveHead(repository: Repository, pull: Pull, sha: string): Promise<void> {
  pull.headSha = sha;
  pull.baseSha = (await tipOf(repository, pull.baseRef))?.sha ?? pull.baseSha;
  await repository.git.run(["update-ref", `refs/pull/${pull.issue.number}/head`, sha]);
}
