import { type Commit, commitOfRef, mergeBase, revisions } from "../git/commits.js";
import { differences } from "../git/differences.js";
import { notFound, type Reply } from "../http/reply.js";
import { numberIn, requiredText } from "../http/values.js";
import { commitNamed } from "../state/find.js";
import type { Repository } from "../state/repository.js";
import { commitWire, fileWire } from "../wire/commit.js";
import { apiUrl, webUrl } from "../wire/repository.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** GitHub lists no more files of a comparison, and does not say that it left some out. */
const mostFiles = 300;
/** Commits when no page is asked for; more come page by page. */
const mostCommits = 250;

/** Two commits compared from where they parted, oldest commit first. */
export const comparing: Handlers = {
  "repos/compare-commits-with-basehead": inRepository("contents:read", async (call) => {
    const { repository, path, query } = call;
    const [, base = "", head = ""] = /^(.+?)\.{3}(.+)$/.exec(requiredText(path, "basehead")) ?? [];
    const [from, to] = await Promise.all([sideOf(repository, base), sideOf(repository, head)]);
    const ancestor = await mergeBase(repository.git, from.sha, to.sha);
    if (ancestor === null) throw notFound();
    const ahead = [...(await revisions(repository.git, [to.sha, `^${from.sha}`, "--"]))].reverse();
    const behind = await revisions(repository.git, [from.sha, `^${to.sha}`, "--"]);
    const paged = query.page !== undefined || query.per_page !== undefined;
    const wrap = await comparison(call, { from, to, ancestor, ahead: ahead.length, behind: behind.length });
    const shown = paged ? ahead : ahead.slice(-mostCommits);
    const commits = await Promise.all(shown.map((sha) => commitNamed(repository, sha)));
    return page(call, commits, wrap);
  }),
};

/** A branch, tag or sha, which may be written as `owner:branch`. */
async function sideOf(repository: Repository, name: string): Promise<Commit> {
  const commit = await commitOfRef(repository.git, name.replace(/^[^:]+:/, ""));
  if (commit === null) throw notFound();
  return commit;
}

interface Compared {
  readonly from: Commit;
  readonly to: Commit;
  readonly ancestor: string;
  readonly ahead: number;
  readonly behind: number;
}

async function comparison(call: RepositoryCall, { from, to, ancestor, ahead, behind }: Compared) {
  const { world, repository, query } = call;
  const api = `${apiUrl(world, repository)}/compare/${from.sha}...${to.sha}`;
  const html = `${webUrl(world, repository)}/compare/${from.sha}...${to.sha}`;
  const files = await differences(repository.git, ancestor, to.sha);
  const onFirstPage = (numberIn(query, "page") ?? 1) === 1;
  return {
    url: api,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitWire(world, repository, from),
    merge_base_commit: commitWire(world, repository, await commitNamed(repository, ancestor)),
    status: ahead > 0 && behind > 0 ? "diverged" : ahead > 0 ? "ahead" : behind > 0 ? "behind" : "identical",
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    ...(onFirstPage
      ? { files: files.slice(0, mostFiles).map((file) => fileWire(world, repository, to.sha, file)) }
      : {}),
  };
}

function page(call: RepositoryCall, commits: readonly Commit[], rest: Readonly<Record<string, unknown>>): Reply {
  const items = commits.map((commit) => commitWire(call.world, call.repository, commit));
  return { kind: "page", items, perPage: mostCommits, wrap: (shown) => ({ ...rest, commits: shown }) };
}
