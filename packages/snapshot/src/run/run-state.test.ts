import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { LiveView } from "../live/observe-live.js";
import type { Relation } from "../live/relation.js";
import { filesBelow, temporaryDirectory } from "../testing/temporary-directory.js";
import { openRunState } from "./run-state.js";

const run = { server: "https://trino.example.com", catalog: "c", schemas: ["s"], user: "nightly" };
const view = { catalog: "c", schema: "s", name: "v" };
const relation: Relation = { view, kind: "view", comment: null, definition: "SELECT 1 id", columns: [] };
const found: LiveView = {
  view,
  stored: null,
  failure: { kind: "staled", reason: "stale" },
  derived: null,
  causes: ["c.s.t"],
};
const start = Date.UTC(2026, 10, 22);

async function keptState() {
  const file = join(await temporaryDirectory(), "run.jsonl");
  openRunState(file, run, start).keep(relation, found);
  return file;
}

test("what was kept is recalled, as long as the catalogue stores the same of the view", async () => {
  const state = openRunState(await keptState(), run, start + 3_600_000);
  expect([state.recalled, state.recall(relation)]).toEqual([1, found]);
  expect(state.recall({ ...relation, definition: "SELECT 2 id" })).toBe(null);
  expect(state.recall({ ...relation, view: { ...view, name: "other" } })).toBe(null);
});

test.each([
  ["another run", { ...run, user: "guest" }, start],
  ["a run of seven hours later", run, start + 7 * 3_600_000],
  ["a run whose clock is before it", run, start - 1],
])("%s knows nothing", async (_, other, now) => {
  expect(openRunState(await keptState(), other, now).recalled).toBe(0);
});

test("a line that was cut off is not believed, and those before it are", async () => {
  const file = await keptState();
  await appendFile(file, '{"view":"c.s.w","of":"00');
  const state = openRunState(file, run, start);
  expect([state.recalled, state.recall(relation)]).toEqual([1, found]);
  expect((await readFile(file, "utf8")).split("\n")).toHaveLength(3);
});

test("what could not be seen is not kept, and a run that is over leaves nothing", async () => {
  const folder = await temporaryDirectory();
  const state = openRunState(join(folder, "run.jsonl"), run, start);
  state.keep(relation, { ...found, failure: { kind: "unseen", reason: "denied" } });
  expect(openRunState(join(folder, "run.jsonl"), run, start).recalled).toBe(0);
  state.finish();
  expect(Object.keys(await filesBelow(folder))).toEqual([]);
});

test("a place where nothing can be written is wrong usage", async () => {
  const file = join(await temporaryDirectory(), "nowhere", "run.jsonl");
  expect(() => openRunState(file, run, start)).toThrow(`Cannot keep the state of the run in ${file}: ENOENT`);
});

test.each([
  ["a series", '{"formatVersion":1,"view":"c.s.v","asOf":"2026-11-22"}\n'],
  ["a configuration", "leads: { members: [ada] }\n"],
])("%s in the place of the state is left alone", async (_, text) => {
  const file = join(await temporaryDirectory(), "mine");
  await writeFile(file, text);
  expect(() => openRunState(file, run, start)).toThrow(
    `${file} is not the state of a run, which would take its place; name another file for it.`,
  );
  expect(await readFile(file, "utf8")).toBe(text);
});

test("an empty file becomes the state", async () => {
  const file = join(await temporaryDirectory(), "run.jsonl");
  await writeFile(file, "");
  expect(openRunState(file, run, start).recalled).toBe(0);
});
