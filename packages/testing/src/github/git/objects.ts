import { spawn } from "node:child_process";

/** A git object as stored. */
export interface GitObject {
  readonly sha: string;
  readonly type: "blob" | "tree" | "commit" | "tag";
  readonly data: Buffer;
}

/** Reads objects of one repository through a single `git cat-file --batch`, which sees every new ref and object at once. */
export interface ObjectReader {
  /** What a revision names, such as a sha, `refs/heads/main` or `<sha>^{commit}`; null when nothing. */
  read(revision: string): Promise<GitObject | null>;
  close(): void;
}

type Waiting = { readonly resolve: (found: GitObject | null) => void; readonly reject: (reason: Error) => void };

export function objectReader(gitDir: string): ObjectReader {
  const child = spawn("git", ["--git-dir", gitDir, "cat-file", "--batch"], { stdio: ["pipe", "pipe", "ignore"] });
  const waiting: Waiting[] = [];
  // A test that fails before it closes its GitHub must not keep the runner from ending: only an open question holds it.
  const hold = (open: boolean) => {
    for (const handle of [child, child.stdin, child.stdout]) (open ? ref : unref)(handle);
  };
  hold(false);
  let received: Buffer = Buffer.alloc(0);
  child.stdout.on("data", (part: Buffer) => {
    received = Buffer.concat([received, part]);
    for (let taken = takeOne(received); taken !== null; taken = takeOne(received)) {
      received = received.subarray(taken.length);
      waiting.shift()?.resolve(taken.found);
    }
    if (waiting.length === 0) hold(false);
  });
  child.on("close", () => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`git cat-file ended early in ${gitDir}`));
  });
  child.stdin.on("error", () => undefined);
  return {
    read(revision) {
      if (/[\n\r\0]/.test(revision) || revision === "") return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        hold(true);
        child.stdin.write(`${revision}\n`);
      });
    },
    close: () => child.stdin.end(),
  };
}

/** Child processes and their pipes have these, though the types of pipes do not say so. */
const ref = (handle: object): void => void Reflect.get(handle, "ref")?.call(handle);
const unref = (handle: object): void => void Reflect.get(handle, "unref")?.call(handle);

/** The first whole answer in what was received: `<sha> <type> <size>`, a line feed, the bytes, a line feed; or one line of refusal. */
function takeOne(received: Buffer): { readonly found: GitObject | null; readonly length: number } | null {
  const end = received.indexOf(10);
  if (end < 0) return null;
  const header = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(received.toString("utf8", 0, end));
  if (header === null) return { found: null, length: end + 1 };
  const [, sha = "", type = "", size = ""] = header;
  const length = end + 1 + Number(size) + 1;
  if (received.length < length) return null;
  const data = Buffer.from(received.subarray(end + 1, length - 1));
  return { found: { sha, type: type as GitObject["type"], data }, length };
}
