import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Measured } from "@schema-gate/contract";
import { temporaryDirectory } from "../testing/temporary-directory.js";
import { nextLine, type RunOfView, since } from "./next-line.js";
import { lastLine, readSeries, writeSeries } from "./series-file.js";
import type { SeriesLine } from "./series-line.js";

const path = "@retention(at)";
const counted = (rows: number, oldest: number | null): Measured => ({
  at: 1000,
  recentDays: null,
  rows,
  allRows: rows,
  doubledKeys: null,
  newest: {},
  oldest: { [path]: { column: "at", time: oldest } },
  nulls: {},
  marked: null,
});
const aRun = (asOf: string, changes: Partial<RunOfView> = {}): RunOfView => ({
  view: "c.s.v",
  asOf,
  measured: counted(10, 500),
  findings: [],
  isShort: false,
  unlooked: () => false,
  ...changes,
});
const after = (...runs: RunOfView[]) => runs.reduce<SeriesLine | null>((last, run) => nextLine(run, last), null);

test("a finding stands since the first run that found it and every run since", () => {
  const found = { findings: ["a"] };
  const last = after(aRun("2026-11-17", found), aRun("2026-11-18", found));
  expect([since("a", aRun("2026-11-19"), last), since("b", aRun("2026-11-19"), last)]).toEqual([
    "2026-11-17",
    "2026-11-19",
  ]);
  expect(since("a", aRun("2026-11-17"), last)).toBe("2026-11-17");
  const again = after(aRun("2026-11-17", found), aRun("2026-11-18"), aRun("2026-11-19", found));
  expect(again?.findings).toEqual({ a: "2026-11-19" });
});

test("what a run could not look after stands, and nothing else does", () => {
  const unlooked = (id: string) => id === "a";
  const last = after(aRun("2026-11-17", { findings: ["a", "b"] }), aRun("2026-11-18", { measured: null, unlooked }));
  expect([last?.findings, last?.mostRows, last?.oldestEver]).toEqual([{ a: "2026-11-17" }, 10, { [path]: 500 }]);
});

test("rows that vanished are still asked for, others may be fewer; the oldest moment is never forgotten", () => {
  const fewer = { measured: counted(7, 700) };
  expect(after(aRun("2026-11-17"), aRun("2026-11-18", { ...fewer, isShort: true }))?.mostRows).toBe(10);
  const last = after(aRun("2026-11-17"), aRun("2026-11-18", fewer), aRun("2026-11-19", { measured: counted(0, null) }));
  expect([last?.mostRows, last?.oldestEver]).toEqual([0, { [path]: 500 }]);
});

test("a series is read as it was written, keeps fourteen runs of a view, and one run a day", async () => {
  const file = join(await temporaryDirectory(), "drift.jsonl");
  expect(readSeries(file)).toEqual(new Map());
  const days = Array.from({ length: 16 }, (_, index) => `2026-11-${index + 10}`);
  for (const day of days) writeSeries(file, readSeries(file), [nextLine(aRun(day), null)]);
  writeSeries(file, readSeries(file), [nextLine(aRun("2026-11-25", { findings: ["a"] }), null)]);
  const series = readSeries(file);
  expect(series.get("c.s.v")?.map(({ asOf }) => asOf)).toEqual(days.slice(2));
  expect(lastLine(series, "c.s.v")).toEqual(nextLine(aRun("2026-11-25", { findings: ["a"] }), null));
  expect(lastLine(series, "c.s.w")).toBe(null);
  expect((await readFile(file, "utf8")).endsWith("}\n")).toBe(true);
});

test.each([
  ["{", "no JSON"],
  ['{"formatVersion":2}', "formatVersion"],
])("a line like %s is refused with its place", async (text, reason) => {
  const file = join(await temporaryDirectory(), "drift.jsonl");
  await writeFile(file, `${JSON.stringify(nextLine(aRun("2026-11-17"), null))}\n${text}\n`);
  expect(() => readSeries(file)).toThrow(
    `${file}:2: this is no line of a series (${reason}). Begin a new one by removing the file.`,
  );
});

test("what is no file is neither read nor replaced, and a series that cannot be written leaves nothing behind", async () => {
  const folder = await temporaryDirectory();
  const device = join(folder, "device");
  await symlink("/dev/null", device);
  expect(() => readSeries(device)).toThrow(`Cannot read the series ${device}: it is a device or a pipe; name a file.`);
  await mkdir(join(folder, "taken"));
  expect(() => writeSeries(join(folder, "taken"), new Map(), [nextLine(aRun("2026-11-17"), null)])).toThrow(
    /^Cannot write the series .*taken: E/,
  );
  expect((await readdir(folder)).sort()).toEqual(["device", "taken"]);
});

test("two runs that write at once do not take each other's text", async () => {
  const file = join(await temporaryDirectory(), "drift.jsonl");
  await writeFile(`${file}.new`, "what the other run has half writ");
  writeSeries(file, new Map(), [nextLine(aRun("2026-11-17"), null)]);
  expect([lastLine(readSeries(file), "c.s.v")?.asOf, await readFile(`${file}.new`, "utf8")]).toEqual([
    "2026-11-17",
    "what the other run has half writ",
  ]);
});
