import * as z from "zod";
import type { Branches, BranchHead, NewCommit, WrittenFile } from "../branches.js";
import { GitHubError } from "../github-error.js";
import { account, commitId } from "./answers.js";
import { ask } from "./ask.js";
import type { Client } from "./client.js";

const permission = "contents: write";

/** Branches by GitHub's REST API. */
export function apiBranches(client: Client, self: () => Promise<string>): Branches {
  return {
    defaultBranch: () => defaultBranch(client),
    findBranch: async (name) => findBranch(client, await self(), name),
    createTree: (tree, files) => createTree(client, tree, files),
    createCommit: (commit) => createCommit(client, commit),
    createBranch: (name, commit) => createBranch(client, name, commit),
    advanceBranch: (name, commit) => advanceBranch(client, name, commit),
    deleteBranch: (name) => deleteBranch(client, name),
  };
}

async function defaultBranch(client: Client): Promise<string> {
  const { default_branch: name } = await ask(client, {
    route: "GET /repos/{owner}/{repo}",
    doing: "read the repository",
    permission: "metadata: read",
    answer: z.object({ default_branch: z.string() }),
  });
  return name;
}

const branchAnswer = z.object({
  commit: z.object({
    sha: commitId,
    author: account.or(z.object({}).transform(() => null)),
    commit: z.object({ message: z.string(), tree: z.object({ sha: commitId }) }),
  }),
});

async function findBranch(client: Client, self: string, branch: string): Promise<BranchHead | null> {
  try {
    const { commit } = await ask(client, {
      route: "GET /repos/{owner}/{repo}/branches/{branch}",
      parameters: { branch },
      doing: `find the branch ${branch}`,
      permission: "contents: read",
      answer: branchAnswer,
    });
    const { sha, author, commit: written } = commit;
    const mayBeOurs = author === null || author.login === self;
    return { commit: sha, tree: written.tree.sha, message: written.message, mayBeOurs };
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "missing") return null;
    throw error;
  }
}

/** GitHub gives up on trees that come as too much at once. */
const FILES_AT_ONCE = 200;

async function createTree(client: Client, tree: string, files: readonly WrittenFile[]): Promise<string> {
  let made = tree;
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const some = files.slice(at, at + FILES_AT_ONCE);
    const { sha } = await ask(client, {
      route: "POST /repos/{owner}/{repo}/git/trees",
      parameters: {
        base_tree: made,
        tree: some.map(({ path, content }) => ({ path, mode: "100644", type: "blob", content })),
      },
      doing: "write a tree",
      permission,
      answer: z.object({ sha: commitId }),
    });
    made = sha;
  }
  return made;
}

/** Without a word on the author GitHub takes whom the token stands for, and signs for apps. */
async function createCommit(client: Client, { message, tree, parents }: NewCommit): Promise<string> {
  const { sha } = await ask(client, {
    route: "POST /repos/{owner}/{repo}/git/commits",
    parameters: { message, tree, parents },
    doing: "write a commit",
    permission,
    answer: z.object({ sha: commitId }),
  });
  return sha;
}

const refAnswer = z.object({ object: z.object({ sha: commitId }) });

async function createBranch(client: Client, name: string, commit: string): Promise<void> {
  await ask(client, {
    route: "POST /repos/{owner}/{repo}/git/refs",
    parameters: { ref: `refs/heads/${name}`, sha: commit },
    doing: `create the branch ${name}`,
    permission,
    answer: refAnswer,
    isCreation: true,
  });
}

async function advanceBranch(client: Client, name: string, commit: string): Promise<void> {
  await ask(client, {
    route: "PATCH /repos/{owner}/{repo}/git/refs/{ref}",
    parameters: { ref: `heads/${name}`, sha: commit, force: false },
    doing: `move the branch ${name}`,
    permission,
    answer: refAnswer,
  });
}

async function deleteBranch(client: Client, name: string): Promise<void> {
  await ask(client, {
    route: "DELETE /repos/{owner}/{repo}/git/refs/{ref}",
    parameters: { ref: `heads/${name}` },
    doing: `remove the branch ${name}`,
    permission,
    answer: z.unknown(),
  });
}
