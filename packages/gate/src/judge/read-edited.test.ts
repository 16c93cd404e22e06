import { expect, test } from "@jest/globals";
import { viewLabel } from "@schema-gate/contract";
import { contractsSide } from "../sides/contracts-side.js";
import type { Side } from "../sides/side.js";
import { aView } from "../testing/snapshots.js";
import { readEdited } from "./read-edited.js";

const views = Array.from({ length: 600 }, (_, index) => aView(`evergreen_tasks${index}_v1`, ["a bigint"]));
const side = contractsSide("live", "live:prod", views);
const labels = views.map(viewLabel);

/** The side, and what it was asked for. */
function asked(read: (labels: readonly string[]) => ReturnType<Side["read"]>): { side: Side; calls: number[] } {
  const calls: number[] = [];
  const counting: Side["read"] = (wanted) => {
    calls.push(wanted.length);
    return read(wanted);
  };
  return { side: { ...side, read: counting }, calls };
}

test("every view comes once, in order, and the next batch is asked for while one is compared", async () => {
  const before = asked(side.read);
  const seen: { labels: string[]; asked: number[]; done: number }[] = [];
  for await (const { read, done } of readEdited({ before: before.side, after: side }, labels)) {
    expect([...read.after.keys()]).toEqual([...read.before.keys()]);
    seen.push({ labels: [...read.before.keys()], asked: [...before.calls], done });
  }
  expect(seen.map((batch) => batch.asked)).toEqual([
    [250, 250],
    [250, 250, 100],
    [250, 250, 100],
  ]);
  expect(seen.flatMap((batch) => batch.labels)).toEqual(labels);
  expect(seen.map((batch) => batch.done)).toEqual([250, 500, 600]);
});

test("nothing is asked for where nothing differs", async () => {
  const before = asked(side.read);
  for await (const _ of readEdited({ before: before.side, after: side }, []))
    throw new Error("there is nothing to read");
  expect(before.calls).toEqual([]);
});

test("what goes wrong with the next batch is thrown when its turn comes, and to nobody if it never does", async () => {
  let calls = 0;
  const failing = asked(async (wanted) => {
    if (++calls === 2) throw new Error("gone");
    return side.read(wanted);
  });
  const batches = readEdited({ before: failing.side, after: side }, labels);
  const first = await batches.next();
  expect(first.value?.read.before.size).toBe(250);
  await expect(batches.next()).rejects.toThrow("gone");

  calls = 0;
  const left = readEdited({ before: failing.side, after: side }, labels);
  await left.next();
  expect(await left.return(undefined)).toEqual({ value: undefined, done: true });
});
