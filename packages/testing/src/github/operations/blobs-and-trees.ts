import { rmSync } from "node:fs";
import type { Values } from "../description/check-request.js";
import { commitOfRef } from "../git/commits.js";
import { type TreeEntry, treeEntries } from "../git/trees.js";
import { created, notFound, ok, Refusal, type Reply, unprocessable } from "../http/reply.js";
import { objectsIn, requiredText, textIn } from "../http/values.js";
import type { Repository } from "../state/repository.js";
import { apiUrl } from "../wire/repository.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** Git's blobs and trees, read from and written into the real repository. */
export const blobsAndTrees: Handlers = {
  "git/get-blob": inRepository("contents:read", async ({ world, repository, path, accept }) => {
    const sha = requiredText(path, "file_sha");
    const object = /^[0-9a-f]{40}$/.test(sha) ? await repository.git.object(sha) : null;
    if (object === null || object.type !== "blob") throw notFound();
    if (accept.includes("raw"))
      return { kind: "raw", bytes: object.data, type: "application/vnd.github.raw+json; charset=utf-8" };
    return ok({
      sha,
      node_id: `B_${sha}`,
      size: object.data.length,
      url: `${apiUrl(world, repository)}/git/blobs/${sha}`,
      content: wrapped(object.data.toString("base64")),
      encoding: "base64",
    });
  }),

  "git/create-blob": inRepository("contents:write", async ({ world, repository, body }) => {
    const encoding = textIn(body, "encoding") === "base64" ? "base64" : "utf8";
    const content = Buffer.from(requiredText(body, "content"), encoding);
    const sha = (await repository.git.run(["hash-object", "-w", "--stdin"], content)).toString("utf8").trim();
    return created({ sha, url: `${apiUrl(world, repository)}/git/blobs/${sha}` });
  }),

  "git/get-tree": inRepository("contents:read", async (call) => {
    const { repository, path, query } = call;
    return treeReply(call, ok, await treeOf(repository, requiredText(path, "tree_sha")), query.recursive !== undefined);
  }),

  "git/create-tree": inRepository("contents:write", async (call) => {
    const base = textIn(call.body, "base_tree");
    const sha = await writeTree(call.repository, base ?? null, objectsIn(call.body, "tree"));
    return treeReply(call, created, sha, false);
  }),
};

/** GitHub breaks base64 into lines of 60 characters. */
export const wrapped = (base64: string): string => base64.replace(/.{60}/g, "$&\n");

/** The sha of the tree that a tree's, a commit's sha or a ref's name stands for. */
async function treeOf(repository: Repository, name: string): Promise<string> {
  const object = /^[0-9a-f]{40}$/.test(name) ? await repository.git.object(`${name}^{tree}`) : null;
  const tree = object?.sha ?? (await commitOfRef(repository.git, name))?.tree;
  if (tree === undefined) throw notFound();
  return tree;
}

/** A recursive listing that is too long is cut, and says so. */
async function treeReply(
  call: RepositoryCall,
  as: (body: unknown) => Reply,
  sha: string,
  recursive: boolean,
): Promise<Reply> {
  const { world, repository } = call;
  const entries = await treeEntries(repository.git, sha, recursive);
  const shown = recursive ? entries.slice(0, world.treeEntries) : entries;
  const url = `${apiUrl(world, repository)}/git`;
  return as({
    sha,
    url: `${url}/trees/${sha}`,
    tree: shown.map((one) => entry(url, one)),
    truncated: shown.length < entries.length,
  });
}

function entry(url: string, { path, mode, type, sha, size }: TreeEntry) {
  const address = type === "commit" ? {} : { url: `${url}/${type}s/${sha}` };
  return { path, mode, type, sha, ...(size === null ? {} : { size }), ...address };
}

/** Writes a tree through an index of its own: GitHub takes paths of any depth, and removes what has the sha null. */
async function writeTree(repository: Repository, base: string | null, entries: readonly Values[]): Promise<string> {
  const index = { GIT_INDEX_FILE: `${repository.git.directory}/index-${process.hrtime.bigint()}` };
  const { git } = repository;
  if (base !== null) await git.run(["read-tree", await treeOf(repository, base)], "", index);
  for (const one of entries) {
    const { status, stderr } = await git.attempt(
      ["update-index", "-z", "--add", "--index-info"],
      await indexLine(repository, one),
      index,
    );
    if (status !== 0) throw new Refusal(422, `tree could not be written: ${stderr.trim()}`);
  }
  const sha = (await git.run(["write-tree"], "", index)).toString("utf8").trim();
  rmSync(index.GIT_INDEX_FILE, { force: true });
  return sha;
}

/** One entry as git's index takes it; mode 0 takes a path out. */
async function indexLine({ git }: Repository, one: Values): Promise<string> {
  const path = requiredText(one, "path");
  if (one.sha === null) return `0 ${"0".repeat(40)}\t${path}\0`;
  const content = textIn(one, "content");
  const made = content === undefined ? null : await git.run(["hash-object", "-w", "--stdin"], content);
  const sha = made?.toString("utf8").trim() ?? textIn(one, "sha");
  if (sha === undefined) throw unprocessable("Tree", "tree", "tree.sha or tree.content is missing", "missing_field");
  return `${textIn(one, "mode") ?? "100644"} ${sha}\t${path}\0`;
}
