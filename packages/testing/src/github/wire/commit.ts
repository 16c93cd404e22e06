import type { Commit } from "../git/commits.js";
import type { FileDifference } from "../git/differences.js";
import type { Repository } from "../state/repository.js";
import { accountWithEmail, type World } from "../state/world.js";
import { accountWire, type Wire } from "./account.js";
import { apiUrl, webUrl } from "./repository.js";

const verification = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** `commit`: git's commit and the accounts behind its signatures. */
export function commitWire(world: World, repository: Repository, commit: Commit): Wire {
  const api = apiUrl(world, repository);
  const html = `${webUrl(world, repository)}/commit`;
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      verification,
    },
    author: writerWire(world, commit.author.email),
    committer: writerWire(world, commit.committer.email),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/${sha}` })),
  };
}

function writerWire(world: World, email: string): Wire | null {
  const account = accountWithEmail(world, email);
  return account === null ? null : accountWire(world, account);
}

/** `git-commit`: as git alone knows it. */
export function gitCommitWire(world: World, repository: Repository, commit: Commit): Wire {
  const api = apiUrl(world, repository);
  const html = `${webUrl(world, repository)}/commit`;
  const { sha, author, committer, message, tree, parents } = commit;
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${api}/git/commits/${sha}`,
    html_url: `${html}/${sha}`,
    author,
    committer,
    message,
    tree: { sha: tree, url: `${api}/git/trees/${tree}` },
    parents: parents.map((one) => ({ sha: one, url: `${api}/git/commits/${one}`, html_url: `${html}/${one}` })),
    verification,
  };
}

/** `diff-entry`: one file of a comparison, as it is at `sha`. */
export function fileWire(world: World, repository: Repository, sha: string, file: FileDifference): Wire {
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${webUrl(world, repository)}/blob/${sha}/${path}`,
    raw_url: `${webUrl(world, repository)}/raw/${sha}/${path}`,
    contents_url: `${apiUrl(world, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
