import { afterAll, expect, test } from "@jest/globals";
import { type Commits, commitsOfClone, openRepository } from "@schema-gate/gate";
import { bareRepository, startLoopbackGithub } from "@schema-gate/testing/github";
import fc from "fast-check";
import { commitsOfGitHub } from "../src/github/commits/api-commits.js";
import { octokitGitHub } from "../src/github/octokit/octokit-github.js";
import { paths, randomHistory, writeHistory } from "./random-history.js";

const bare = bareRepository();
const repositories = [{ fullName: "acme/views", gitDir: bare.directory }];
const tokens = { reader: { job: "acme/views", permissions: { contents: "read" } } } as const;
const limits = { authenticated: 10_000_000 };
const whole = await startLoopbackGithub({ repositories, tokens, limits });
const truncating = await startLoopbackGithub({ repositories, tokens, limits, treeEntries: 3 });
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

test("merge bases are those of a clone", async () => {
  await forHistories(async (commits, ids) => {
    const last = ids.at(-1) ?? "";
    for (const id of ids.slice(-4)) expect(await commits.mergeBase(id, last)).toEqual(await clone.mergeBase(id, last));
  });
});
