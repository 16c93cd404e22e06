import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { place, refusal, type Scene, startScene } from "./scene.js";

let scene: Scene;
beforeEach(async () => {
  scene = await startScene({ treeEntries: 6_000 });
});
afterEach(() => scene.end());

const run = promisify(execFile);

test("a tree of 5,000 files is whole, and one that is too long says that it was cut", async () => {
  const files = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`views/${at % 50}/v${at}.json`, `${at}\n`]));
  const sha = scene.repository.commit({ branch: "many", files: files(5_000) });
  const job = scene.as("job");
  const { data } = await job.git.getTree({ ...place, tree_sha: sha, recursive: "1" });
  expect([data.truncated, data.tree.filter(({ type }) => type === "blob").length]).toEqual([false, 5_000]);
  const listed = scene.repository.git("ls-tree", "-r", "--format=%(objectname) %(path)", sha).split("\n");
  expect(data.tree.filter(({ type }) => type === "blob").map((entry) => `${entry.sha} ${entry.path}`)).toEqual(listed);
  const more = scene.repository.commit({ branch: "more", files: files(6_001) });
  const { data: cut } = await job.git.getTree({ ...place, tree_sha: more, recursive: "1" });
  expect([cut.truncated, cut.tree.length]).toEqual([true, 6_000]);
  const { data: top } = await job.git.getTree({ ...place, tree_sha: more });
  expect([top.truncated, top.tree.map(({ path, type }) => [path, type])]).toEqual([false, [["views", "tree"]]]);
});

test("a comparison parts where git says, and tells both sides", async () => {
  const { repository, shas } = scene;
  const job = scene.as("job");
  const { data } = await job.repos.compareCommitsWithBasehead({ ...place, basehead: `main...${shas.change}` });
  expect(data.merge_base_commit.sha).toBe(repository.git("merge-base", "main", "change"));
  expect([
    data.status,
    data.ahead_by,
    data.behind_by,
    data.commits.map(({ sha }) => sha),
    data.files?.map(({ filename }) => filename),
  ]).toEqual(["diverged", 1, 1, [shas.change], ["a.txt", "c.txt"]]);
  const unrelated = repository.commit({ branch: "unrelated", files: { "z.txt": "z\n" } });
  expect(await refusal(job.repos.compareCommitsWithBasehead({ ...place, basehead: `main...${unrelated}` }))).toEqual([
    404,
    "Not Found",
  ]);
});

test("files renamed, removed, turned into links and quoted are told as git tells them", async () => {
  const long = "a line that is long enough to be recognised\n".repeat(5);
  scene.repository.commit({
    branch: "main",
    files: { "old.txt": long, "gone.txt": "gone\n", "kind.txt": "kind\n", 'ä "q".txt': "1\n" },
  });
  scene.repository.commit({
    branch: "moves",
    from: "main",
    files: { "old.txt": null, "new.txt": long, "gone.txt": null, 'ä "q".txt': "2\n" },
    links: { "kind.txt": "a.txt" },
  });
  const { data } = await scene.as("job").repos.compareCommitsWithBasehead({ ...place, basehead: "main...moves" });
  expect(
    data.files?.map(({ filename, status, previous_filename, patch }) => [
      filename,
      status,
      previous_filename ?? null,
      patch ?? null,
    ]),
  ).toEqual([
    ["gone.txt", "removed", null, "@@ -1 +0,0 @@\n-gone"],
    ["kind.txt", "changed", null, null],
    ["new.txt", "renamed", "old.txt", null],
    ['ä "q".txt', "modified", null, "@@ -1 +1 @@\n-1\n+2"],
  ]);
});

test("commits are listed by branch and by path, with the accounts behind their emails", async () => {
  const job = scene.as("job");
  const { data } = await job.repos.listCommits({ ...place, sha: "main", path: "a.txt" });
  expect(data.map(({ sha, author }) => [sha, author?.login])).toEqual([[scene.shas.root, "ann"]]);
  expect((await job.repos.listCommits({ ...place, sha: "main", per_page: 1 })).data.map(({ sha }) => sha)).toEqual([
    scene.shas.main,
  ]);
});

test("a blob is read whole and raw, and a link leads only to files of the tree", async () => {
  scene.repository.commit({
    branch: "links",
    from: "main",
    files: { "v.json": "{}\n", "etc/passwd": "not the machine's\n" },
    links: { "folder/inside": "../v.json", outside: "../../etc/passwd", absolute: "/etc/passwd", dangling: "nowhere" },
  });
  const job = scene.as("job");
  const read = async (path: string) => {
    const { data } = await job.repos.getContent({ ...place, path, ref: "links" });
    if (Array.isArray(data)) return data.map(({ path: at, type }) => [at, type]);
    if (data.type === "symlink") return ["symlink", data.target];
    return ["file", "content" in data ? Buffer.from(data.content, "base64").toString("utf8") : null];
  };
  expect([await read("folder/inside"), await read("outside"), await read("absolute"), await read("dangling")]).toEqual([
    ["file", "{}\n"],
    ["symlink", "../../etc/passwd"],
    ["symlink", "/etc/passwd"],
    ["symlink", "nowhere"],
  ]);
  expect(await read("folder")).toEqual([
    ["folder/b.txt", "file"],
    ["folder/inside", "symlink"],
  ]);
  const { data: tree } = await job.git.getTree({ ...place, tree_sha: "links" });
  const link = tree.tree.find(({ path }) => path === "outside");
  expect(link?.mode).toBe("120000");
  const raw = await job.git.getBlob({ ...place, file_sha: link?.sha ?? "", mediaType: { format: "raw" } });
  expect(raw.data as unknown).toBe("../../etc/passwd");
});

test("a branch written by the API is a branch of git", async () => {
  scene.github.addToken("writer", { job: "acme/views", permissions: { contents: "write" } });
  const writer = scene.as("writer");
  const { data: tree } = await writer.git.createTree({
    ...place,
    base_tree: scene.shas.main,
    tree: [
      { path: "new/deep.txt", mode: "100644", type: "blob", content: "deep\n" },
      { path: "a.txt", mode: "100644", type: "blob", sha: null },
    ],
  });
  const { data: commit } = await writer.git.createCommit({
    ...place,
    message: "Deep",
    tree: tree.sha,
    parents: [scene.shas.main],
  });
  await writer.git.createRef({ ...place, ref: "refs/heads/deep", sha: commit.sha });
  expect(scene.repository.git("ls-tree", "-r", "--name-only", "deep").split("\n")).toEqual([
    "d.txt",
    "folder/b.txt",
    "new/deep.txt",
  ]);
  expect(scene.repository.git("log", "-1", "--format=%an %s", "deep")).toBe("github-actions[bot] Deep");
  expect([
    await refusal(writer.git.createRef({ ...place, ref: "refs/heads/deep", sha: commit.sha })),
    await refusal(writer.git.updateRef({ ...place, ref: "heads/deep", sha: scene.shas.change })),
    await refusal(writer.git.updateRef({ ...place, ref: "heads/none", sha: scene.shas.change })),
  ]).toEqual([
    [422, "Reference already exists"],
    [422, "Update is not a fast forward"],
    [422, "Reference does not exist"],
  ]);
});

test("git itself clones, fetches a pull request and pushes over the same address", async () => {
  const folder = mkdtempSync(join(tmpdir(), "loopback-clone-"));
  try {
    const { number } = await scene.github.in("acme/views").openPullRequest({ head: "change", author: "bob" });
    const remote = `${scene.github.url.replace("://", "://x-access-token:bob@")}/acme/views.git`;
    const git = async (...parameters: readonly string[]) =>
      (
        await run("git", ["-c", "user.name=bob", "-c", "user.email=bob@users.noreply.github.com", ...parameters], {
          cwd: folder,
        })
      ).stdout.trim();
    await git("clone", "-q", "--depth=1", remote, ".");
    expect(readFileSync(join(folder, "d.txt"), "utf8")).toBe("four\n");
    await git("fetch", "-q", "--depth=1", "origin", `refs/pull/${number}/head`, scene.shas.root);
    expect(await git("rev-parse", "FETCH_HEAD")).toBe(scene.shas.change);
    await git("checkout", "-q", "-b", "change", "FETCH_HEAD");
    writeFileSync(join(folder, "a.txt"), "due\n");
    await git("commit", "-q", "-a", "-m", "Due");
    await git("push", "-q", "origin", "change");
    const { data } = await scene.as("job").pulls.get({ ...place, pull_number: number });
    expect(data.head.sha).toBe(await git("rev-parse", "HEAD"));
    expect(scene.repository.git("rev-parse", `refs/pull/${number}/head`)).toBe(data.head.sha);
    const strangers = remote.replace(":bob@", ":stranger@");
    await expect(git("ls-remote", strangers)).rejects.toThrow(/not found|403|404/i);
    await expect(git("push", "-q", remote.replace(":bob@", ":cat@"), "change:cats")).rejects.toThrow(/403/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
