import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { contractFiles } from "./testing/contracts.js";
import {
  blocking,
  bothFiles,
  contractOf,
  first,
  guardedRepository,
  request,
  second,
  snapshotOf,
} from "./testing/guarded-repository.js";
import { removeTemporaryDirectories } from "./testing/temporary-directory.js";
import type { TemporaryRepository } from "./testing/temporary-repository.js";
import { refusal, usage } from "./testing/user-errors.js";

afterAll(removeTemporaryDirectories);

const [v1, v2] = ["evergreen_tasks_v1", "evergreen_tasks_v2"];
const shorter = { ...second, columns: ["task_id varchar"] };

describe("talking the gate out of it by another history", () => {
  test("branching from an old commit with laxer rules", async () => {
    const { files, lax } = guardedRepository();
    files.git("checkout", "--quiet", "-B", "change", lax);
    files.write(bothFiles(v1, { ...first, columns: ["task_id varchar"], endOfSupport: "2026-02-01" }));
    files.commit("2026-11-22T00:00:00Z");
    expect(await blocking(request(files))).toEqual(["block", `column-removed ${v1} pod_id`]);
  });

  test("branching from an old commit at which nobody was waited for", async () => {
    const { files, lax } = guardedRepository();
    files.git("checkout", "--quiet", "-B", "change", lax);
    files.remove(snapshotOf(v1), contractOf(v1));
    files.commit("2026-11-22T00:00:00Z");
    expect(await blocking(request(files))).toEqual(["block", `view-removed ${v1}`]);
    files.git("checkout", "--quiet", "--force", "-B", "change", lax);
    files.write(contractFiles(v1, { ...first, status: "retired", endOfSupport: "2026-02-01" }));
    expect(await blocking(request(files))).toEqual(["block", `status-lowered ${v1} @status`]);
  });

  test("grafts and replacements that forge the merge base", async () => {
    const { files } = guardedRepository();
    files.write(bothFiles(v2, shorter));
    const head = files.commit("2026-11-22T00:00:00Z");
    const main = files.git("rev-parse", "main").trim();
    // A commit that holds what the branch holds, to be what both came from.
    const forged = files.git("commit-tree", "HEAD^{tree}", "-m", "forged").trim();
    const mergeBase = () => files.git("merge-base", "main", "HEAD").trim();
    const blocked = ["block", `column-removed ${v2} pod_id`];
    for (const commit of [main, head]) files.git("replace", "--graft", commit, forged);
    expect(mergeBase()).toBe(forged);
    expect(await blocking(request(files))).toEqual(blocked);
    files.git("replace", "--delete", main, head);
    expect(mergeBase()).toBe(main);
    mkdirSync(join(files.directory, ".git/info"), { recursive: true });
    writeFileSync(join(files.directory, ".git/info/grafts"), `${main} ${forged}\n${head} ${forged}\n`);
    expect(mergeBase()).toBe(forged);
    expect(await blocking(request(files))).toEqual(blocked);
  });

  test("commits of the branch that claim another day", async () => {
    const { files } = guardedRepository();
    files.remove(snapshotOf(v1), contractOf(v1));
    files.commit("2035-01-01T00:00:00Z");
    files.commit("1999-01-01T00:00:00Z");
    expect(await blocking(request(files))).toEqual(["block", `view-removed ${v1}`]);
  });

  test("a branch or tag that takes the name of the base", async () => {
    const { files } = guardedRepository();
    files.write(bothFiles(v2, shorter));
    files.commit("2026-11-22T00:00:00Z");
    files.git("tag", "main");
    expect(await blocking(request(files))).toEqual(["block", `column-removed ${v2} pod_id`]);
    expect((await refusal(() => blocking(request(files, { base: "main" })))).message).toMatch(
      /^"main" is ambiguous: refs\/heads\/main and refs\/tags\/main\./,
    );
  });

  test("what came to the base taken back as seen from another merge base", async () => {
    const { files } = guardedRepository();
    const main = () => files.git("checkout", "--quiet", "main");
    const change = () => files.git("checkout", "--quiet", "change");
    // Dated late, so that git, asked for one merge base, tells this one.
    files.write({ "notes.md": "" });
    const harmless = files.commit("2026-11-20T00:00:00Z");
    main();
    files.write(bothFiles("evergreen_builds_v1", { columns: ["build_id varchar"] }));
    const added = files.commit("2026-11-01T00:00:00Z");
    files.git("merge", "--quiet", "--no-edit", harmless);
    change();
    files.git("merge", "--quiet", "--no-edit", added);
    files.remove(snapshotOf("evergreen_builds_v1"), contractOf("evergreen_builds_v1"));
    files.commit("2026-11-22T00:00:00Z");
    expect((await refusal(() => blocking(request(files)))).message).toMatch(/ have several merge bases, /);
    files.git("merge", "--quiet", "--no-edit", "main");
    expect(await blocking(request(files))).toEqual(["block", "view-removed evergreen_builds_v1"]);
  });

  test("a break that is taken in by a merge of the base", async () => {
    const { files } = guardedRepository();
    files.write(bothFiles(v2, shorter));
    files.commit("2026-11-21T00:00:00Z");
    files.git("checkout", "--quiet", "main");
    files.write({ "notes.md": "" });
    files.commit("2026-11-21T00:00:00Z");
    files.git("checkout", "--quiet", "change");
    files.git("merge", "--quiet", "--no-edit", "main");
    expect(await blocking(request(files))).toEqual(["block", `column-removed ${v2} pod_id`]);
  });
});

type Files = TemporaryRepository;
const view = `awsdatacatalog.dev_prod_live.${v2}`;
const [snapshot, contract] = [snapshotOf(v2), contractOf(v2)];
const move = (files: Files, to: string) => files.git("mv", contract, to);
const noPath = (file: string) =>
  `${file} is no contract: its path must be <catalog>/<schema>/<view>.yaml in lower case, percent-encoded outside [a-z0-9_]. ` +
  "Rename it, or move it out of the contracts.";

describe("talking the gate out of it by files that cannot be judged", () => {
  test.each<[string, (files: Files) => void, string]>([
    [
      "the contract moved to another view's file",
      (files) => move(files, contractOf("evergreen_tasks_v7")),
      `${contractOf("evergreen_tasks_v7")}:10: the path says ${view.replace("v2", "v7")}, the content ${view}. ` +
        `Mend the names, or move the file to awsdatacatalog/dev_prod_live/${v2}.yaml.`,
    ],
    ["the contract moved up", (files) => move(files, `schemas/${v2}.yaml`), noPath(`schemas/${v2}.yaml`)],
    [
      "the contract given another ending",
      (files) => move(files, contract.replace("yaml", "yml")),
      noPath(contract.replace("yaml", "yml")),
    ],
    [
      "a second contract of the view",
      (files) => files.write({ [contract.replace("v2", "V2")]: "" }),
      noPath(contract.replace("v2", "V2")),
    ],
    [
      "a second contract of the view, encoded otherwise",
      (files) => files.write({ [contract.replace("v2", "%76%32")]: "" }),
      noPath(contract.replace("v2", "%76%32")),
    ],
    [
      "a contract that says another version of itself",
      (files) => files.write({ [contract]: Object.values(contractFiles(v2, second)).join().replace("2.0.0", "3.0.0") }),
      `${contract}:4:10: version: is 3.0.0, but the view is ${v2}: the first number must be 2`,
    ],
    [
      "letter case in the path of a snapshot",
      (files) => files.git("mv", snapshot, snapshot.replace("evergreen", "Evergreen")),
      `${snapshot.replace("evergreen", "Evergreen")} is no snapshot: its path must be <catalog>/<schema>/<view>.json in lower case, percent-encoded outside [a-z0-9_]. Rename it, or move it out of the snapshots.`,
    ],
    [
      "letter case in a catalog's folder",
      (files) => files.git("mv", "schemas/awsdatacatalog", "schemas/AwsDataCatalog"),
      noPath(contractOf(v1).replace("awsdatacatalog", "AwsDataCatalog")),
    ],
  ])("%s", async (_what, attempt, message) => {
    const { files } = guardedRepository();
    attempt(files);
    expect(await refusal(() => blocking(request(files)))).toEqual(usage(message));
    files.commit("2026-11-22T00:00:00Z");
    expect(await refusal(() => blocking(request(files)))).toEqual(usage(message));
  });

  test.each([
    ["a snapshot", snapshot, /evergreen_tasks_v2\.json: it is a symbolic link\.$/],
    ["a contract", contract, /evergreen_tasks_v2\.yaml: it is a symbolic link\.$/],
    ["the configuration", "schema-gate.yaml", /schema-gate\.yaml: it is a symbolic link\.$/],
  ])("a link in the place of %s", async (_what, file, message) => {
    const { files } = guardedRepository();
    renameSync(join(files.directory, file), join(files.directory, "elsewhere"));
    symlinkSync(join(files.directory, "elsewhere"), join(files.directory, file));
    for (const state of ["edited", "committed"]) {
      if (state === "committed") files.commit("2026-11-22T00:00:00Z");
      expect((await refusal(() => blocking(request(files)))).message).toMatch(message);
    }
  });
});
