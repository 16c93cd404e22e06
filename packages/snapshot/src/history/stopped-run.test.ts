import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printSnapshot, UserError } from "@schema-gate/contract";
import { carryOut, decide, fileDigest, pathOf, type Replacement, stagedFile } from "../files/replacement.js";
import { historyFile, linesOf, orders, snapshot, snapshotFile, view } from "../testing/orders-history.js";
import { filesBelow, temporaryDirectory } from "../testing/temporary-directory.js";
import { openHistory } from "./open-history.js";

/** A second snapshot that decides on its files and is stopped after so many of its steps. */
async function stoppedAfter(steps: number): Promise<{ root: string; whole: Record<string, string> }> {
  const [root, finished] = [await temporaryDirectory(), await temporaryDirectory()];
  for (const each of [root, finished]) await snapshot(each, "2026-03-01", [view()]);
  await snapshot(finished, "2026-03-05", [view("varchar")]);
  await mkdir(join(root, ".staging"));
  const files: Replacement[] = [];
  for (const [source, kind] of (["history", "snapshot"] as const).entries()) {
    const [now, next] = await Promise.all([root, finished].map((each) => readFile(pathOf(each, orders, kind), "utf8")));
    await writeFile(stagedFile(root, source), next ?? "");
    files.push({ view: orders, kind, source, before: fileDigest(now ?? ""), after: fileDigest(next ?? "") });
  }
  if (steps > 0) await decide(root, files);
  await carryOut(root, files.slice(0, Math.max(0, steps - 1)));
  const whole = Object.entries(await filesBelow(finished)).map(([file, { text }]) => [file, text]);
  return { root, whole: Object.fromEntries(whole) };
}

const textsOf = async (root: string) =>
  Object.fromEntries(Object.entries(await filesBelow(root)).map(([file, { text }]) => [file, text]));

test.each([0, 1, 2, 3])(
  "stopped after step %i, a run is completed by the next, and nothing is doubled",
  async (steps) => {
    const { root, whole } = await stoppedAfter(steps);
    await snapshot(root, "2026-03-05", [view("varchar")]);
    expect(await textsOf(root)).toEqual(whole);
  },
);

test("stopped in between, the two files are never taken for each other's: it is said that a run was stopped", async () => {
  const { root } = await stoppedAfter(2);
  await expect(openHistory(root, "snapshots", orders)).rejects.toEqual(
    new UserError(
      "usage",
      `snapshots/${historyFile}:2: this is the last line, and the snapshot is not as it says: a snapshot is being written, or was stopped. ` +
        "Wait for it, or run schema-diff snapshot again, which completes it.",
    ),
  );
});

test("files that were changed since, by git for instance, are not overwritten by what a stopped run had decided", async () => {
  const { root } = await stoppedAfter(1);
  const other = printSnapshot(view("double"));
  await writeFile(join(root, snapshotFile), other);
  await snapshot(root, "2026-03-09", [view("bigint", "other_v1")]);
  expect([
    (await textsOf(root))[snapshotFile],
    (await linesOf(root).catch(({ message }) => message)) as string,
  ]).toEqual([
    other,
    expect.stringContaining(
      `${historyFile}:1: the history ends with this state, and the snapshot beside it has another.`,
    ),
  ]);
});

test("a plan that names places outside of the snapshots replaces none of them", async () => {
  const root = join(await temporaryDirectory(), "snapshots");
  await mkdir(join(root, ".staging"), { recursive: true });
  await writeFile(join(root, ".staging", "0"), "stranger");
  const outside = { catalog: "..", schema: "..", name: "../../x" };
  const files = [{ view: outside, kind: "snapshot", source: 0, before: null, after: fileDigest("stranger") }];
  await writeFile(join(root, ".staging", "plan.json"), JSON.stringify({ formatVersion: 1, files }));
  await snapshot(root, "2026-03-01", [view()]);
  expect(Object.keys(await filesBelow(join(root, "..")))).toEqual(
    [historyFile, snapshotFile].map((file) => `snapshots/${file}`),
  );
});
