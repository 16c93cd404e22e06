import { commitAt, commitOfRef } from "../git/commits.js";
import type { GitObject } from "../git/objects.js";
import { type TreeEntry, treeEntries } from "../git/trees.js";
import { notFound, ok, type Reply } from "../http/reply.js";
import { textIn } from "../http/values.js";
import { apiUrl, webUrl } from "../wire/repository.js";
import { wrapped } from "./blobs-and-trees.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** Above these sizes GitHub leaves the content out, or refuses. */
const largestInJson = 1_000_000;
/** Entries GitHub lists of a folder. */
const mostEntries = 1000;

/**
 * A file or folder by path. As GitHub documents, a link to a file of the repository answers with what it leads to; one that leads
 * anywhere else answers as a link.
 */
export const contents: Handlers = {
  "repos/get-content": inRepository("contents:read", async (call) => {
    const { git, defaultBranch } = call.repository;
    const ref = textIn(call.query, "ref");
    const commit = ref === undefined ? await commitAt(git, `refs/heads/${defaultBranch}`) : await commitOfRef(git, ref);
    if (commit === null) throw notFound();
    const path = (textIn(call.path, "path") ?? "").replace(/\/+$/, "");
    if (path === "") return folder(call, commit.tree, path, commit.sha);
    const found = await entryAt(call, commit.tree, path);
    if (found === null) throw notFound();
    if (found.type === "tree") return folder(call, found.sha, path, commit.sha);
    return file(call, found, path, commit);
  }),
};

async function folder(call: RepositoryCall, tree: string, path: string, commit: string): Promise<Reply> {
  const entries = await treeEntries(call.repository.git, tree, false);
  const prefix = path === "" ? "" : `${path}/`;
  return ok(entries.slice(0, mostEntries).map((entry) => entryWire(call, entry, `${prefix}${entry.path}`, commit)));
}

async function file(
  call: RepositoryCall,
  found: TreeEntry,
  path: string,
  commit: { readonly sha: string; readonly tree: string },
): Promise<Reply> {
  const wire = entryWire(call, found, path, commit.sha);
  if (found.type === "commit")
    return ok({ ...wire, type: "submodule", submodule_git_url: `${call.world.url}/submodule.git` });
  const object = await blob(call, found.sha);
  if (found.mode === "120000") {
    const target = object.data.toString("utf8");
    const led = await entryAt(call, commit.tree, resolved(path, target));
    if (led === null || led.type !== "blob" || led.mode === "120000") return ok({ ...wire, type: "symlink", target });
    return content(call, { ...wire, type: "file", size: led.size ?? 0 }, await blob(call, led.sha));
  }
  return content(call, wire, object);
}

function content(call: RepositoryCall, wire: Readonly<Record<string, unknown>>, object: GitObject): Reply {
  if (call.accept.includes("raw"))
    return { kind: "raw", bytes: object.data, type: "application/vnd.github.raw+json; charset=utf-8" };
  if (object.data.length > largestInJson) return ok({ ...wire, content: "", encoding: "none" });
  return ok({ ...wire, content: wrapped(object.data.toString("base64")), encoding: "base64" });
}

async function blob({ repository }: RepositoryCall, sha: string): Promise<GitObject> {
  const object = await repository.git.object(sha);
  if (object === null) throw notFound();
  return object;
}

/** Where a link leads, from the root; null outside the repository's tree. */
function resolved(path: string, target: string): string | null {
  if (target.startsWith("/")) return null;
  const parts = path.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The entry at a path, found folder by folder: a link on the way leads nowhere. */
async function entryAt({ repository }: RepositoryCall, root: string, path: string | null): Promise<TreeEntry | null> {
  const parts = path === null ? [] : path.split("/");
  let tree = root;
  let found: TreeEntry | null = null;
  for (const part of parts) {
    if (found !== null && found.type !== "tree") return null;
    tree = found?.sha ?? tree;
    found = (await treeEntries(repository.git, tree, false)).find((entry) => entry.path === part) ?? null;
    if (found === null) return null;
  }
  return found;
}

function entryWire(
  { world, repository }: RepositoryCall,
  { mode, type, sha, size }: TreeEntry,
  path: string,
  commit: string,
) {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const url = `${apiUrl(world, repository)}/contents/${encoded}?ref=${commit}`;
  const git = type === "commit" ? null : `${apiUrl(world, repository)}/git/${type}s/${sha}`;
  const html = type === "commit" ? null : `${webUrl(world, repository)}/${type}/${commit}/${encoded}`;
  return {
    type: type === "tree" ? "dir" : mode === "120000" ? "symlink" : "file",
    size: size ?? 0,
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    sha,
    url,
    git_url: git,
    html_url: html,
    download_url: type === "blob" ? `${webUrl(world, repository)}/raw/${commit}/${encoded}` : null,
    _links: { self: url, git, html },
  };
}
