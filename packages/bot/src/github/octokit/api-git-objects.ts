import * as z from "zod";
import type { CommitFacts, GitObjects, Tree } from "../git-objects.js";
import { commitId } from "./answers.js";
import { apiBlobs } from "./api-blobs.js";
import { ask, askForPages } from "./ask.js";
import type { Client } from "./client.js";

const permission = "contents: read";

const comparison = z.object({ merge_base_commit: z.object({ sha: commitId }) });

const treeAnswer = z.object({
  tree: z.array(
    z.object({ path: z.string(), mode: z.string(), type: z.enum(["blob", "tree", "commit"]), sha: commitId }),
  ),
  truncated: z.boolean(),
});

const blobAnswer = z.object({ sha: commitId, encoding: z.literal("base64"), content: z.string() });

/** As git has it, a commit without a date is as old as can be; on a branch it counts as no older than what it came after. */
const dated = z
  .object({ date: z.string().default("1970-01-01T00:00:00Z") })
  .nullable()
  .transform((committer) => committer?.date ?? "1970-01-01T00:00:00Z");
const parents = z.array(z.object({ sha: commitId }));
const gitCommit = z.object({
  sha: commitId,
  tree: z.object({ sha: commitId }),
  parents,
  committer: dated,
});
const listedCommit = z.object({
  sha: commitId,
  parents,
  commit: z.object({ tree: z.object({ sha: commitId }), committer: dated }),
});

/** The repository's objects by GitHub's REST API, many blobs at once by its GraphQL API. */
export function apiGitObjects(client: Client): GitObjects {
  return {
    mergeBase: (one, other) => mergeBase(client, one, other),
    commit: (id) => commit(client, id),
    tree: (id, depth) => tree(client, id, depth),
    blob: (id) => blob(client, id),
    blobs: (ids) => apiBlobs(client, ids),
    history: (id, path) => history(client, id, path),
  };
}

async function mergeBase(client: Client, one: string, other: string): Promise<string> {
  const { merge_base_commit: base } = await ask(client, {
    route: "GET /repos/{owner}/{repo}/compare/{basehead}",
    // The commit they have in common is asked for, not what differs.
    parameters: { basehead: `${one}...${other}`, per_page: 1 },
    doing: `find the merge base of ${one} and ${other}`,
    permission,
    answer: comparison,
  });
  return base.sha;
}

async function commit(client: Client, id: string): Promise<CommitFacts> {
  const { sha, tree, parents, committer } = await ask(client, {
    route: "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
    parameters: { commit_sha: id },
    doing: `read commit ${id}`,
    permission,
    answer: gitCommit,
  });
  return { id: sha, tree: tree.sha, parents: parents.map((parent) => parent.sha), committedAt: committer };
}

async function tree(client: Client, id: string, depth: "alone" | "with all below"): Promise<Tree> {
  const { tree: entries, truncated } = await ask(client, {
    route: "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    parameters: { tree_sha: id, ...(depth === "alone" ? {} : { recursive: "1" }) },
    doing: `read tree ${id}`,
    permission,
    answer: treeAnswer,
  });
  return {
    isTruncated: truncated,
    entries: entries.map(({ path, mode, type, sha }) => ({ path, mode, type, id: sha })),
  };
}

async function blob(client: Client, id: string): Promise<Buffer> {
  const { content } = await ask(client, {
    route: "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
    parameters: { file_sha: id },
    doing: `read blob ${id}`,
    permission,
    answer: blobAnswer,
  });
  return Buffer.from(content, "base64");
}

async function* history(client: Client, id: string, path: string | null): AsyncGenerator<readonly CommitFacts[]> {
  const pages = askForPages(client, {
    route: "GET /repos/{owner}/{repo}/commits",
    parameters: { sha: id, ...(path === null ? {} : { path }) },
    doing: `list the commits that lead to ${id}`,
    permission,
    answer: listedCommit,
  });
  for await (const page of pages) {
    yield page.map(({ sha, parents, commit: { tree, committer } }) => ({
      id: sha,
      tree: tree.sha,
      parents: parents.map((parent) => parent.sha),
      committedAt: committer,
    }));
  }
}
