import type { Git } from "./git.js";

/** Who wrote or committed something, and when, as git keeps it. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** RFC 3339, UTC, whole seconds. */
  readonly date: string;
}

/** One commit as git keeps it. */
export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** The commit a revision names, seen through tags; null when there is none. */
export async function commitAt(git: Git, revision: string): Promise<Commit | null> {
  const object = await git.object(`${revision}^{commit}`);
  return object === null ? null : parseCommit(object.sha, object.data.toString("utf8"));
}

/** The commit for what GitHub calls a ref: a sha, a branch, a tag, or `heads/…`, `tags/…`, `pull/…`. */
export async function commitOfRef(git: Git, ref: string): Promise<Commit | null> {
  if (/^[0-9a-f]{7,40}$/.test(ref)) {
    const named = await commitAt(git, ref);
    if (named !== null) return named;
  }
  for (const place of [`refs/heads/${ref}`, `refs/tags/${ref}`, ref.startsWith("refs/") ? ref : `refs/${ref}`]) {
    const found = isRevision(place) ? await commitAt(git, place) : null;
    if (found !== null) return found;
  }
  return ref === "HEAD" ? commitAt(git, "HEAD") : null;
}

/** Names that git would read as an expression rather than a ref are no refs. */
function isRevision(ref: string): boolean {
  return !/[\s~^:?*[\\]|\.\.|@\{/.test(ref);
}

function parseCommit(sha: string, text: string): Commit {
  const end = text.indexOf("\n\n");
  const header = text.slice(0, end).split("\n");
  const values = (name: string) =>
    header.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    sha,
    tree: values("tree")[0] ?? "",
    parents: values("parent"),
    author: signature(values("author")[0] ?? ""),
    committer: signature(values("committer")[0] ?? ""),
    message: text.slice(end + 2).replace(/\n$/, ""),
  };
}

function signature(line: string): Signature {
  const [, name = "", email = "", seconds = "0"] = /^(.*?) ?<(.*)> (\d+) [+-]\d{4}$/.exec(line) ?? [];
  return { name, email, date: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
}

/** Shas from `git rev-list` with these parameters, newest first. */
export async function revisions(git: Git, parameters: readonly string[]): Promise<readonly string[]> {
  const text = await git.remember(["rev-list", ...parameters]);
  return text.split("\n").filter((line) => line !== "");
}

/** The best common ancestor of two commits by sha, or null for histories that never met. */
export async function mergeBase(git: Git, one: string, other: string): Promise<string | null> {
  const { status, stdout, stderr } = await git.ask(["merge-base", one, other]);
  if (status > 1) throw new Error(`git merge-base ${one} ${other} failed with ${status}: ${stderr}`);
  return status === 1 ? null : stdout.toString("utf8").trim();
}

/** Whether a commit is another or comes before it. */
export async function isAncestor(git: Git, earlier: string, later: string): Promise<boolean> {
  const { status, stderr } = await git.ask(["merge-base", "--is-ancestor", earlier, later]);
  if (status > 1) throw new Error(`git merge-base --is-ancestor ${earlier} ${later} failed with ${status}: ${stderr}`);
  return status === 0;
}
