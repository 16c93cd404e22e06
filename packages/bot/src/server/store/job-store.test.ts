import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { reviewJob } from "../testing/jobs.js";
import { removeTemporaryFolders, temporaryFolder } from "../testing/temporary-folder.js";
import { DAYS_REMEMBERED } from "./done-jobs.js";
import { openJobStore } from "./job-store.js";

afterAll(removeTemporaryFolders);

const DAY = 24 * 60 * 60 * 1000;
const open = (folder: string, now = () => 0) => openJobStore(folder, now);

test("what was stored is there after a restart, oldest first", async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  const later = reviewJob("b", 1, [], 2);
  const earlier = reviewJob("a", 2, [], 1);
  expect(await store.put(later)).toBe("stored");
  expect(await store.put(earlier)).toBe("stored");
  expect((await open(folder)).unfinished).toEqual([earlier, later]);
});

test("a delivery is stored once: twice at once, again later, after it was done, after a restart", async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  expect(await Promise.all([store.put(reviewJob("a", 1)), store.put(reviewJob("a", 1))])).toEqual(["stored", "known"]);
  expect(await store.put(reviewJob("a", 2))).toBe("known");
  await store.finish(["a"]);
  expect(await store.put(reviewJob("a", 1))).toBe("known");
  const reopened = await open(folder);
  expect(await reopened.put(reviewJob("a", 1))).toBe("known");
  expect(reopened.unfinished).toEqual([]);
});

test("of what is done, nothing is kept but the id, and that for a stated time", async () => {
  const folder = temporaryFolder();
  let time = 0;
  const store = await open(folder, () => time);
  await store.put(reviewJob("a", 1));
  await store.finish(["a"]);
  expect(readdirSync(join(folder, "jobs"))).toEqual([]);
  expect(readdirSync(join(folder, "done"))).toEqual(["1970-01-01"]);
  expect(readFileSync(join(folder, "done", "1970-01-01", "a"), "utf8")).toBe("");
  time = DAYS_REMEMBERED * DAY;
  await store.put(reviewJob("b", 1));
  await store.finish(["b"]);
  expect(readdirSync(join(folder, "done"))).toEqual(["1970-01-01", "1970-01-08"]);
  time += DAY;
  expect(readdirSync(join(folder, "done")).length).toBe(2);
  expect(await (await open(folder, () => time)).put(reviewJob("a", 1))).toBe("stored");
  expect(readdirSync(join(folder, "done"))).toEqual(["1970-01-08"]);
});

test("killed between remembering and removing: it is not done again", async () => {
  const folder = temporaryFolder();
  await (await open(folder)).put(reviewJob("a", 1));
  mkdirSync(join(folder, "done", "1970-01-01"));
  writeFileSync(join(folder, "done", "1970-01-01", "a"), "");
  expect((await open(folder)).unfinished).toEqual([]);
  expect(readdirSync(join(folder, "jobs"))).toEqual([]);
});

test("killed while storing: what was not answered is gone, all else is there", async () => {
  const folder = temporaryFolder();
  await (await open(folder)).put(reviewJob("a", 1));
  writeFileSync(join(folder, "jobs", "b.json.unfinished"), '{"formatVersion":1,"id"');
  expect((await open(folder)).unfinished).toEqual([reviewJob("a", 1)]);
  expect(readdirSync(join(folder, "jobs"))).toEqual(["a.json"]);
});

test("the probe takes the room a job takes, and leaves nothing to be done", async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  await store.put(reviewJob("a", 1));
  await store.probe();
  expect(statSync(join(folder, "probe")).size).toBeGreaterThan(statSync(join(folder, "jobs", "a.json")).size);
  expect((await open(folder)).unfinished).toEqual([reviewJob("a", 1)]);
});

test("what is to be tried later is so after a restart", async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  await store.put(reviewJob("a", 1));
  const later = { ...reviewJob("a", 1), tries: 3, notBefore: 1000 };
  await store.postpone(later);
  expect((await open(folder)).unfinished).toEqual([later]);
});

test.each([
  ["no JSON", "a.json", "{", "it is not JSON"],
  ["another format", "a.json", '{"formatVersion":2}', "it is no job of format 1 (formatVersion)"],
  ["another's name", "b.json", JSON.stringify(reviewJob("a", 1)), "it says it is a"],
])("a stored delivery that is %s is refused, not skipped", async (_what, name, text, reason) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "jobs"));
  writeFileSync(join(folder, "jobs", name), text);
  await expect(open(folder)).rejects.toMatchObject({
    kind: "usage",
    message:
      `Cannot read the stored delivery ${join(folder, "jobs", name)}: ${reason}. Run the version of schema-gate that ` +
      "wrote it, or move the file away: open pull requests without a verdict are found again.",
  });
});
