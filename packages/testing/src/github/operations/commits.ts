import { commitAt, commitOfRef, isAncestor, revisions } from "../git/commits.js";
import { differences } from "../git/differences.js";
import { notFound, ok, page } from "../http/reply.js";
import { requiredText, textIn } from "../http/values.js";
import { commitNamed, tipOf } from "../state/find.js";
import type { Pull } from "../state/pull.js";
import { followHeads, pullCommits } from "../state/pull-facts.js";
import type { Repository } from "../state/repository.js";
import { commitWire, fileWire } from "../wire/commit.js";
import { simplePullWire } from "../wire/pull.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** Commits as GitHub knows them: git's, with the accounts behind them. */
export const commits: Handlers = {
  "repos/list-commits": inRepository("contents:read", async (call) => {
    const { world, repository } = call;
    const found = await Promise.all((await listed(call)).map((sha) => commitNamed(repository, sha)));
    return page(found.map((commit) => commitWire(world, repository, commit)));
  }),

  "repos/get-commit": inRepository("contents:read", async ({ world, repository, path }) => {
    const commit = await commitNamed(repository, requiredText(path, "ref"));
    const files = await differences(repository.git, commit.parents[0] ?? emptyTree, commit.sha);
    const additions = files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
    return ok({
      ...commitWire(world, repository, commit),
      stats: { additions, deletions, total: additions + deletions },
      files: files.slice(0, 300).map((file) => fileWire(world, repository, commit.sha, file)),
    });
  }),

  "repos/list-pull-requests-associated-with-commit": inRepository("pull_requests:read", async (call) => {
    const { world, repository, path } = call;
    await followHeads(world, repository);
    const commit = await commitNamed(repository, requiredText(path, "commit_sha"));
    const tip = await tipOf(repository, repository.defaultBranch);
    const published = tip !== null && (await isAncestor(repository.git, commit.sha, tip.sha));
    const found: Pull[] = [];
    for (const pull of repository.pulls.values()) {
      const wanted = pull.merged !== null || (!published && pull.issue.state === "open");
      if (wanted && (await brings(repository, pull, commit.sha))) found.push(pull);
    }
    return page(found.map((pull) => simplePullWire(world, repository, pull)));
  }),
};

const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** A pull request brings the commits of its branch, and the commit it was merged with. */
async function brings(repository: Repository, pull: Pull, sha: string): Promise<boolean> {
  return pull.merged?.sha === sha || (await pullCommits(repository, pull)).includes(sha);
}

async function listed({ repository, query }: RepositoryCall): Promise<readonly string[]> {
  const { git, defaultBranch } = repository;
  const from = textIn(query, "sha");
  const start = from === undefined ? await commitAt(git, `refs/heads/${defaultBranch}`) : await commitOfRef(git, from);
  if (start === null) throw notFound();
  const [since, until, author, path] = ["since", "until", "author", "path"].map((name) => textIn(query, name));
  const filters = [
    ...(since === undefined ? [] : [`--since=${since}`]),
    ...(until === undefined ? [] : [`--until=${until}`]),
    ...(author === undefined ? [] : [`--author=${author}`, "--fixed-strings"]),
  ];
  return revisions(git, [...filters, start.sha, "--", ...(path === undefined ? [] : [`:(literal)${path}`])]);
}
