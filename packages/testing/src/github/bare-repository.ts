import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A commit a test makes. */
export interface MadeCommit {
  readonly branch: string;
  /** What the branch starts from when it is not there yet: a branch or a sha; an empty history when not said. */
  readonly from?: string;
  /** Further parents, for a merge. */
  readonly merge?: readonly string[];
  /** Text by path; null takes a file away. Everything else stays. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Where symbolic links lead, by path. */
  readonly links?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly author?: { readonly name: string; readonly email: string };
  /** Seconds since 1970. */
  readonly at?: number;
}

/** A bare git repository in a temporary folder. */
export interface BareRepository {
  readonly directory: string;
  /** Adds a commit to a branch and gives its sha. */
  commit(made: MadeCommit): string;
  /** Adds blobs that no commit holds, by one process, and gives their ids. */
  addBlobs(contents: readonly (string | Buffer)[]): readonly string[];
  /** What git prints. */
  git(...parameters: readonly string[]): string;
  remove(): void;
}

export function bareRepository(): BareRepository {
  const folder = mkdtempSync(join(tmpdir(), "loopback-github-"));
  const directory = join(folder, "repository.git");
  const environment = { ...process.env, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
  const run = (parameters: readonly string[], input: string | Buffer = "") =>
    execFileSync("git", parameters, { input, env: environment, encoding: "utf8", maxBuffer: 1 << 30 });
  run(["init", "-q", "--bare", "--initial-branch=main", directory]);
  const git = (...parameters: readonly string[]) => run(["--git-dir", directory, ...parameters]).trim();
  let clock = 1_790_000_000;
  return {
    directory,
    git,
    commit(made) {
      clock += 60;
      const exists = git("for-each-ref", `refs/heads/${made.branch}`) !== "";
      const from = exists ? `refs/heads/${made.branch}` : made.from;
      const parent = from === undefined ? undefined : git("rev-parse", `${from}^{commit}`);
      run(["--git-dir", directory, "fast-import", "--quiet", "--force"], importStream(made, parent, made.at ?? clock));
      return git("rev-parse", `refs/heads/${made.branch}`);
    },
    addBlobs(contents) {
      const blobs = contents.map((content) => (typeof content === "string" ? Buffer.from(content) : content));
      const parts = blobs.flatMap((bytes) => [Buffer.from(`blob\ndata ${bytes.length}\n`), bytes, Buffer.from("\n")]);
      run(["--git-dir", directory, "fast-import", "--quiet"], Buffer.concat([...parts, Buffer.from("done\n")]));
      return blobs.map((bytes) => createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex"));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The commit as git's fast-import reads it: thousands of files cost one process. */
function importStream(made: MadeCommit, parent: string | undefined, at: number): string {
  const { name, email } = made.author ?? { name: "ann", email: "ann@users.noreply.github.com" };
  const message = made.message ?? `Change ${made.branch}`;
  const files = Object.entries(made.files).map(([path, text]) =>
    text === null ? `D ${quoted(path)}\n` : `M 100644 inline ${quoted(path)}\n${data(text)}`,
  );
  const links = Object.entries(made.links ?? {}).map(([path, to]) => `M 120000 inline ${quoted(path)}\n${data(to)}`);
  const parents = [
    ...(parent === undefined ? [] : [`from ${parent}\n`]),
    ...(made.merge ?? []).map((other) => `merge ${other}\n`),
  ];
  const head = `commit refs/heads/${made.branch}\ncommitter ${name} <${email}> ${at} +0000\n${data(message)}`;
  return `${head}${parents.join("")}${files.join("")}${links.join("")}done\n`;
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

function quoted(path: string): string {
  return `"${path.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
