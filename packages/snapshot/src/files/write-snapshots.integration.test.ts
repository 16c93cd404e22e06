import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { type Contract, printSnapshot, UserError } from "@schema-gate/contract";
import { filesBelow, temporaryDirectory } from "../testing/temporary-directory.js";
import { committedViews } from "./committed-views.js";
import { writeSnapshots } from "./write-snapshots.js";

const at = { catalog: "awsdatacatalog", schema: "dev_prod_live" };
const named = (name: string) => ({ ...at, name });
const view = (name: string, type = "bigint"): Contract => ({
  ...named(name),
  kind: "view",
  security: "definer",
  comment: null,
  columns: [{ name: "id", type, nullable: null, comment: null }],
  definition: "SELECT 1 id",
});
const texts = async (root: string) =>
  Object.fromEntries(Object.entries(await filesBelow(root)).map(([file, { text }]) => [file, text]));
const file = (name: string) => `awsdatacatalog/dev_prod_live/${name}.json`;

test("every view gets its file, whatever its name holds, and nothing else is left", async () => {
  const root = join(await temporaryDirectory(), "snapshots");
  const views = [view("orders_v1"), view("../größe 1")];
  expect(await writeSnapshots(root, views)).toEqual({
    written: [named("orders_v1"), named("../größe 1")],
    unchanged: [],
    removed: [],
  });
  expect(await texts(root)).toEqual({
    [file("orders_v1")]: printSnapshot(view("orders_v1")),
    [file("%2E%2E%2Fgr%C3%B6%C3%9Fe%201")]: printSnapshot(view("../größe 1")),
  });
  expect(await readdir(root)).toEqual(["awsdatacatalog"]);
  const { snapshots: committed } = await committedViews(root, "awsdatacatalog", "dev_prod_live");
  expect(committed.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
    named("../größe 1"),
    named("orders_v1"),
  ]);
});

test("an unchanged file is not touched, a changed one is replaced, a removed one is deleted, others stay", async () => {
  const root = await temporaryDirectory();
  await writeSnapshots(root, [view("same_v1"), view("changed_v1"), view("gone_v1"), view("other_v1")]);
  const past = new Date("2026-01-01T00:00:00Z");
  for (const name of ["same_v1", "changed_v1", "other_v1"]) await utimes(join(root, file(name)), past, past);
  expect(await writeSnapshots(root, [view("same_v1"), view("changed_v1", "varchar")], [named("gone_v1")])).toEqual({
    written: [named("changed_v1")],
    unchanged: [named("same_v1")],
    removed: [named("gone_v1")],
  });
  const after = await filesBelow(root);
  expect(
    Object.entries(after).map(([name, { text, writtenAt }]) => [name, text, writtenAt === past.getTime()]),
  ).toEqual([
    [file("changed_v1"), printSnapshot(view("changed_v1", "varchar")), false],
    [file("other_v1"), printSnapshot(view("other_v1")), true],
    [file("same_v1"), printSnapshot(view("same_v1")), true],
  ]);
});

test("what cannot all be written is not begun: the files stay as they were", async () => {
  const root = await temporaryDirectory();
  await writeSnapshots(root, [view("orders_v1"), view("gone_v1")]);
  await writeFile(join(root, "elsewhere"), "a file where a folder has to be");
  const before = await filesBelow(root);
  const failed = writeSnapshots(
    root,
    [view("orders_v1", "varchar"), { ...view("x_v1"), catalog: "elsewhere" }],
    [named("gone_v1")],
  );
  await expect(failed).rejects.toThrow(UserError);
  await expect(failed).rejects.toThrow(
    /^Cannot write the snapshots: ENOTDIR: .* Files not yet replaced are as they were\.$/,
  );
  expect(await filesBelow(root)).toEqual(before);
});

test("what an interrupted run left behind is cleared away by the next", async () => {
  const root = await temporaryDirectory();
  await mkdir(join(root, ".staging"));
  await writeFile(join(root, ".staging", "0"), "half a fi");
  // No process has this number: it is above what Linux hands out.
  await writeFile(join(root, ".lock"), `process 4194305 on ${hostname()}\n`);
  await writeSnapshots(root, [view("orders_v1")]);
  expect(await texts(root)).toEqual({ [file("orders_v1")]: printSnapshot(view("orders_v1")) });
});

test("the lock of a process that was killed is taken over", async () => {
  const root = await temporaryDirectory();
  const killed = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await writeFile(join(root, ".lock"), `process ${killed.pid} on ${hostname()}\n`);
  await expect(writeSnapshots(root, [view("orders_v1")])).rejects.toThrow(/^Another snapshot is being written/);
  const gone = once(killed, "exit");
  killed.kill("SIGKILL");
  await gone;
  await writeSnapshots(root, [view("orders_v1")]);
  expect(await texts(root)).toEqual({ [file("orders_v1")]: printSnapshot(view("orders_v1")) });
});

test.each([
  ["a running process", `process ${process.pid} on ${hostname()}\n`, `process ${process.pid} on ${hostname()}`],
  ["a process on another machine", "process 4194305 on elsewhere\n", "process 4194305 on elsewhere"],
  ["somebody who has not yet written its name", "", "somebody"],
])("a lock held by %s is respected, and nothing is written", async (_, holder, shown) => {
  const root = await temporaryDirectory();
  await writeFile(join(root, ".lock"), holder);
  const before = await filesBelow(root);
  await expect(writeSnapshots(root, [view("orders_v1")])).rejects.toEqual(
    new UserError(
      "usage",
      `Another snapshot is being written: ${join(root, ".lock")} is held by ${shown}. Wait for it; if no such process runs, delete that file.`,
    ),
  );
  expect(await filesBelow(root)).toEqual(before);
});

test("of many writers at once one writes, the others are refused, and no lock is left", async () => {
  const root = await temporaryDirectory();
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => writeSnapshots(root, [view("orders_v1")])));
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.length).toBeLessThan(20);
  expect(refused.every(({ reason }) => reason instanceof UserError && /^Another snapshot/.test(reason.message))).toBe(
    true,
  );
  expect(Object.keys(await filesBelow(root))).toEqual([file("orders_v1")]);
});

test("a file that is not named as a snapshot is refused by name", async () => {
  const root = await temporaryDirectory();
  await writeSnapshots(root, [view("orders_v1")]);
  const folder = join(root, "awsdatacatalog", "dev_prod_live");
  await writeFile(join(folder, "orders_v1.history.jsonl"), "");
  await writeFile(join(folder, "Orders.json"), "");
  await expect(committedViews(root, "awsdatacatalog", "dev_prod_live")).rejects.toEqual(
    new UserError(
      "usage",
      `${join(folder, "Orders.json")} is not named as a snapshot is (names percent-encoded outside [a-z0-9_]). Rename or remove it.`,
    ),
  );
});
