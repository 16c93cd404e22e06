import { afterAll, expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { type Commits, commitsOfClone, openRepository } from "@schema-gate/gate";
import { bareRepository, startLoopbackGithub } from "@schema-gate/testing/github";
import fc from "fast-check";
import { commitsOfGitHub } from "../src/github/commits/api-commits.js";
import { octokitGitHub } from "../src/github/octokit/octokit-github.js";
import { type Entry, paths, type RandomCommit, randomHistory, writeHistory } from "./random-history.js";

const bare = bareRepository();
const repositories = [{ fullName: "acme/views", gitDir: bare.directory }];
const tokens = { reader: { job: "acme/views", permissions: { contents: "read" } } } as const;
const whole = await startLoopbackGithub({ repositories, tokens });
const truncating = await startLoopbackGithub({ repositories, tokens, treeEntries: 3 });
const clone = commitsOfClone(await openRepository(bare.directory));

afterAll(async () => {
  await whole.close();
  await truncating.close();
  bare.remove();
});

function commitsAt({ url }: { url: string }): Commits {
  const access = { apiUrl: url, owner: "acme", repository: "views" };
  return commitsOfGitHub(octokitGitHub({ ...access, credentials: { kind: "token", token: "reader" }, second: 1 }));
}

let histories = 0;

/** Holds a law for some random histories: each costs requests, so these are fewer than for pure functions. */
async function forHistories(law: (commits: Commits, ids: readonly string[]) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(randomHistory, fc.boolean(), async (history, isTruncated) => {
    const ids = writeHistory(bare.directory, `history-${++histories}`, history);
    await law(commitsAt(isTruncated ? truncating : whole), ids);
  });
  await fc.assert(property, { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 500) / 50) });
}

async function listed(commits: Commits, commit: string, path: string) {
  return Array.from(await commits.files(commit, path));
}

test("files are those of a clone, in its order, at and below every path", async () => {
  await forHistories(async (commits, ids) => {
    const commit = ids.at(-1) ?? "";
    for (const path of ["", ...paths, "t", "t/a", "none", "s/a/x/y"]) {
      expect(await listed(commits, commit, path)).toEqual(await listed(clone, commit, path));
    }
  });
});

test("changes are those of a clone, in its order, whatever is asked for", async () => {
  await forHistories(async (commits, ids) => {
    const [first = "", last = ""] = [ids[0], ids.at(-1)];
    const asked = [[""], ["s"], ["s", "t"], ["t/a"], ["s/a", "s", "u"], ["t/é 1", "s.x"], ["none"]];
    for (const paths of asked) {
      expect(await commits.changes(first, last, paths)).toEqual(await clone.changes(first, last, paths));
      expect(await commits.changes(last, first, paths)).toEqual(await clone.changes(last, first, paths));
    }
  });
});

test("first days are those of a clone", async () => {
  await forHistories(async (commits, ids) => {
    const commit = ids.at(-1) ?? "";
    const files = (await listed(clone, commit, "")).map(({ path }) => path);
    const asked = [...files, "none", "s/none"];
    expect(await commits.firstDays(commit, asked)).toEqual(await clone.firstDays(commit, asked));
    for (const file of files.slice(0, 2)) {
      expect(await commits.firstDays(commit, [file])).toEqual(await clone.firstDays(commit, [file]));
    }
  });
});

test("versions of a file are those of a clone", async () => {
  // Where a folder once stood a clone tells of what was in it too.
  const leaves = ["s/a/x", "s/b", "s.x", "s-x/a", "t/a/x", "t/é 1", "u", "none"];
  await forHistories(async (commits, ids) => {
    const commit = ids.at(-1) ?? "";
    for (const file of leaves.slice(0, 3 + (ids.length % 5))) {
      expect(await commits.fileVersions(commit, file)).toEqual(await clone.fileVersions(commit, file));
    }
  });
});

test("authors of files are those of a clone, where nobody merged", async () => {
  const authors = ["ada", "grace", "linus"];
  const branch = "authors";
  const files = [{ x: "1", y: "1" }, { x: "2" }, { y: "2", z: "1" }, { x: "3" }, { z: "2" }];
  const ids = files.map((edited, index) => {
    const name = authors[index % authors.length] ?? "";
    const email = index === 4 ? "somebody@example.com" : `${name}@users.noreply.github.com`;
    return bare.commit({ branch, files: edited, author: { name, email } });
  });
  const [base = "", head = ""] = [ids[0], ids.at(-1)];
  const asked = ["x", "y", "z", "none"];
  expect(await commitsAt(whole).authorsOf(base, head)(asked)).toEqual(
    new Map([
      ["x", ["ada", "grace"]],
      ["y", ["linus"]],
      ["z", ["linus", "somebody@example.com"]],
      ["none", []],
    ]),
  );
  expect(await clone.authorsOf(base, head)(asked)).toEqual(await commitsAt(whole).authorsOf(base, head)(asked));
});

async function foundOrRefused(asked: Promise<string>): Promise<string> {
  return asked.catch((error: unknown) => {
    if (error instanceof UserError) return error.message;
    throw error;
  });
}

test("several merge bases are refused as a clone refuses them", async () => {
  // The third and the fourth come from the second, and are merged twice.
  const parents: readonly RandomCommit["parents"][] = [
    [1, null],
    [1, null],
    [1, null],
    [2, null],
    [1, 2],
    [3, 2],
  ];
  const ids = writeHistory(
    bare.directory,
    "criss-cross",
    parents.map((each) => aCommit({ parents: each })),
  );
  const [one = "", other = ""] = ids.slice(-2);
  const message =
    `${one} and ${other} have several merge bases, so what changed since they parted cannot be told. ` +
    "Merge the base branch into the change, and ask again.";
  expect(await foundOrRefused(clone.mergeBase(one, other))).toBe(message);
  expect(await foundOrRefused(commitsAt(whole).mergeBase(one, other))).toBe(message);
});

test("merge bases are those of a clone", async () => {
  await forHistories(async (commits, ids) => {
    const last = ids.at(-1) ?? "";
    for (const id of ids.slice(-4)) {
      expect(await foundOrRefused(commits.mergeBase(id, last))).toEqual(
        await foundOrRefused(clone.mergeBase(id, last)),
      );
    }
  });
});

const file: Entry = { mode: "100644", content: 1 };
let day = 0;

function aCommit(more: Partial<RandomCommit> = {}): RandomCommit {
  return { parents: [1, null], keeps: "first", edits: [], at: ++day * 86_400, ...more };
}

function idle(count: number): readonly RandomCommit[] {
  return Array.from({ length: count }, () => aCommit());
}

test("a file that a merge brings back against what the branch did counts from the merge, however long that is ago", async () => {
  const history = [
    aCommit({ edits: [{ path: "u", entry: file }] }),
    ...idle(20),
    // The other side of the merge: it never touches the file.
    aCommit({ edits: [{ path: "s.x", entry: file }] }),
    aCommit({ parents: [2, null], edits: [{ path: "u", entry: null }] }),
    ...idle(20),
    aCommit({ parents: [1, 22], keeps: "second" }),
    ...idle(20),
  ];
  const merged = new Date((history[43]?.at ?? 0) * 1000).toISOString().slice(0, 10);
  const ids = writeHistory(bare.directory, "brought-back", history);
  const commits = commitsAt(whole);
  const tip = ids.at(-1) ?? "";
  expect(await clone.firstDays(tip, ["u", "s.x"])).toEqual(
    new Map([
      ["u", merged],
      ["s.x", merged],
    ]),
  );
  expect(await commits.firstDays(tip, ["u", "s.x"])).toEqual(await clone.firstDays(tip, ["u", "s.x"]));
  expect(await commits.fileVersions(tip, "u")).toEqual(await clone.fileVersions(tip, "u"));
  expect((await commits.fileVersions(tip, "u")).map((version) => version.blob === null)).toEqual([false, true, false]);
});

test("a file that stays as it is and now runs, or is a link, differs", async () => {
  const history = (["100644", "100755", "120000"] as const).map((mode) =>
    aCommit({ edits: [{ path: "s/b", entry: { ...file, mode } }] }),
  );
  const ids = writeHistory(bare.directory, "modes", history);
  const [plain = "", running = "", link = ""] = ids;
  const commits = commitsAt(whole);
  for (const [before, after] of [
    [plain, running],
    [running, link],
  ] as const) {
    const changes = await commits.changes(before, after, ["s"]);
    expect(changes).toEqual(await clone.changes(before, after, ["s"]));
    expect(changes.after.map(({ path }) => path)).toEqual(["s/b"]);
  }
  expect(await commits.fileVersions(link, "s/b")).toEqual(await clone.fileVersions(link, "s/b"));
});

test("history longer than a page is followed to its beginning", async () => {
  const history = [aCommit({ edits: [{ path: "u", entry: file }] }), ...idle(250)];
  const tip = writeHistory(bare.directory, "long", history).at(-1) ?? "";
  const commits = commitsAt(whole);
  const before = whole.requests.length;
  expect(await commits.firstDays(tip, ["u"])).toEqual(await clone.firstDays(tip, ["u"]));
  // Three pages of history, one of the file's, two trees: nobody's hour of requests is used up by a line of commits.
  expect(whole.requests.length - before).toBeLessThan(10);
});

test("blobs come in the order they are asked for, each read once", async () => {
  const history = [
    aCommit({
      edits: [0, 1, 2, 3].map((content) => ({ path: paths[content + 3] ?? "u", entry: { ...file, content } })),
    }),
  ];
  const [tip = ""] = writeHistory(bare.directory, "blobs", history);
  const commits = commitsAt(whole);
  const ids = (await listed(clone, tip, "")).map(({ blob }) => blob);
  const asked = [...ids, ...ids].reverse();
  const read: string[] = [];
  const before = whole.requests.length;
  await commits.readBlobs(asked, (index, bytes) => read.push(`${index} ${bytes}`));
  const expected: string[] = [];
  await clone.readBlobs(asked, (index, bytes) => expected.push(`${index} ${bytes}`));
  expect(read).toEqual(expected);
  expect(whole.requests.length - before).toBe(new Set(ids).size);
});
