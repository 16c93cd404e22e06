import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "@jest/globals";
import {
  type Contract,
  contractPath,
  defaultConfig,
  loadContractReader,
  locateViews,
  printWaiver,
  readView,
  viewLabel,
} from "@schema-gate/contract";
import { rules } from "@schema-gate/diff";
import { lazyRenderers, type Report, renderJson, renderMarkdown, renderText } from "@schema-gate/report";
import fc from "fast-check";
import type { WaiverFile } from "../policy/policy.js";
import { bundleSide } from "../sides/bundle-side.js";
import { contractsSide } from "../sides/contracts-side.js";
import { directorySide } from "../sides/directory-side.js";
import { snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { type Case, judge } from "./judge.js";
import type { ReleaseDays } from "./release-days.js";

afterAll(removeTemporaryDirectories);

const fixtures = new URL("../../../diff/fixtures/", import.meta.url);
type Pair = Record<"before" | "after", readonly Contract[]>;
const names = readdirSync(fixtures).filter((name) => existsSync(new URL(`${name}/before.json`, fixtures)));

/** The views of every fixture of the catalogue, each fixture in catalogs of its own: together they show every rule. */
const pairs: readonly Pair[] = names.map((name) => ({
  before: readSide(name, "before"),
  after: readSide(name, "after"),
}));

function readSide(name: string, side: string): Contract[] {
  const file = `${name}/${side}.json`;
  const bytes = readFileSync(new URL(file, fixtures));
  const views = locateViews(bytes, file).map((text) => readView(bytes, text, file));
  return views.map((view) => ({ ...view, catalog: `${view.catalog} ${name}` }));
}

const config = { ...defaultConfig, leads: { members: ["ada"], plurality: "majority" as const } };

const longReleased: ReleaseDays = async (views) => new Map(views.map((view) => [viewLabel(view), "2026-01-01"]));

function aCase(sides: Pick<Case, "before" | "after">, waivers: readonly WaiverFile[] = []): Case {
  const given = { policyCommit: null, asOf: "2026-11-22", planned: false, failOn: null, mode: "check" } as const;
  return {
    ...given,
    ...sides,
    waivers,
    config,
    believed: { side: async () => sides.before, releasedOn: longReleased },
  };
}

const contractSides = (pair: Pair) => ({
  before: contractsSide("live", "live:before", pair.before),
  after: contractsSide("live", "live:after", pair.after),
});

const together = (some: readonly Pair[]): Pair => ({
  before: some.flatMap(({ before }) => before),
  after: some.flatMap(({ after }) => after),
});

/** Waivers for some findings on views, one of them over, and two files that are none. */
function waiversFor({ findings }: Report): WaiverFile[] {
  const words = { owner: "ada@example.com", reason: "Nobody reads it." };
  const used = findings
    .filter(({ view }, index) => view !== null && index % 2 === 0)
    .slice(0, 3)
    .map(({ id, rule, view, path, before, after }, index) => {
      const ends = index === 0 ? "2026-11-21" : "2027-05-31";
      const facts = { finding: id, rule, view: view ?? "", path, before, after, ...words, ends };
      return { file: `waivers/${id}.yaml`, text: printWaiver({ formatVersion: 1, ...facts }) };
    });
  return [...used, { file: "waivers/0000000000000000.yaml", text: "" }, { file: "waivers/notes.txt", text: null }];
}

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

const lazy = [
  await lazyRenderers.sarif(),
  await lazyRenderers.junit(),
  await lazyRenderers.github(),
  await lazyRenderers.html(),
];

function inEveryFormat(report: Report): readonly string[] {
  const shown = [renderJson, renderMarkdown, ...lazy].map((render) => render(report));
  return [...shown, renderText(report, { colour: false })];
}

const aFewPairs = fc.shuffledSubarray([...pairs], { minLength: 1, maxLength: 2 });

test("in whatever order views and waivers come, the report is the same, byte for byte", async () => {
  const given = aFewPairs.chain((some) => {
    const { before, after } = together(some);
    return fc.record({
      pair: fc.constant({ before, after }),
      before: shuffled(before),
      after: shuffled(after),
      seed: fc.nat(),
    });
  });
  await fc.assert(
    fc.asyncProperty(given, async ({ pair, before, after, seed }) => {
      const waivers = waiversFor(await judge(aCase(contractSides(pair))));
      const ordered = await judge(aCase(contractSides(pair), waivers));
      const [other = []] = fc.sample(shuffled(waivers), { numRuns: 1, seed });
      const mixed = await judge(aCase(contractSides({ before, after }), other));
      expect(inEveryFormat(mixed)).toEqual(inEveryFormat(ordered));
    }),
  );
});

/** The bytes of a report but for where the views stood and by which bytes they are known: their layout decides that. */
function placeless(report: Report): string {
  const { before, after } = report.compared;
  const place = (finding: Report["findings"][number]) => ({
    ...finding,
    location: finding.location && { ...finding.location, line: 1, endLine: 1 },
  });
  const sides = { before: { ...before, digest: "" }, after: { ...after, digest: "" } };
  const compared = { ...report.compared, ...sides, changed: 0, unchanged: 0 };
  return renderJson({ ...report, compared, findings: report.findings.map(place) });
}

/** A bundle whose views stand in this order and whose keys stand in any, on one line or many. */
function mixedBundle(views: readonly Contract[]): fc.Arbitrary<Buffer> {
  const mixKeys = (value: object): fc.Arbitrary<object> => shuffled(Object.entries(value)).map(Object.fromEntries);
  const mixView = ({ columns, ...view }: Contract) =>
    fc.tuple(...columns.map(mixKeys)).chain((mixed) => mixKeys({ formatVersion: 1, ...view, columns: mixed }));
  return fc
    .tuple(fc.tuple(...views.map(mixView)), fc.constantFrom(undefined, 1, "\t"))
    .chain(([mixed, indent]) =>
      mixKeys({ formatVersion: 1, views: mixed }).map((bundle) => Buffer.from(JSON.stringify(bundle, null, indent))),
    );
}

test("in whatever order the views and keys of bundles stand, and however they are laid out, the same is found", async () => {
  const given = aFewPairs.chain((some) => {
    const { before, after } = together(some);
    const mixed = fc.tuple(shuffled(before).chain(mixedBundle), shuffled(after).chain(mixedBundle));
    return fc.record({ pair: fc.constant({ before, after }), mixed });
  });
  const judgeBundles = async (before: Buffer, after: Buffer) => {
    const side = bundleSide("before.json", before);
    return placeless(await judge(aCase({ before: side, after: bundleSide("after.json", after, side) })));
  };
  const printed = (views: readonly Contract[]) =>
    Buffer.from(JSON.stringify({ formatVersion: 1, views: views.map((view) => ({ formatVersion: 1, ...view })) }));
  await fc.assert(
    fc.asyncProperty(given, async ({ pair, mixed: [before, after] }) => {
      expect(await judgeBundles(before, after)).toBe(await judgeBundles(printed(pair.before), printed(pair.after)));
    }),
  );
});

const readContractFile = await loadContractReader();

/** The contract files of every fixture on one side, in the catalogs of its snapshots. */
function contractsOf(side: keyof Pair): Record<string, string> {
  const files = names.map((name) => ({ name, file: new URL(`${name}/${side}.yaml`, fixtures) }));
  return Object.fromEntries(
    files.flatMap(({ name, file }) => {
      if (!existsSync(file)) return [];
      const text = readFileSync(file, "utf8").replace("catalog: awsdatacatalog", `catalog: "awsdatacatalog ${name}"`);
      return [[`${side}/schemas/${contractPath(readContractFile(text, `${name}/${side}.yaml`).contract)}`, text]];
    }),
  );
}

type Order = (files: [string, string][]) => [string, string][];

/** The report on all fixtures as directories whose files were written in this order. */
async function judgeDirectories(order: Order): Promise<Report> {
  const pair = together(pairs);
  const filesOf = (side: keyof Pair) => ({ ...snapshotFiles(pair[side], `${side}/snapshots`), ...contractsOf(side) });
  const files = Object.entries({ ...filesOf("before"), ...filesOf("after") });
  const folder = temporaryDirectory(Object.fromEntries(order(files)));
  return judge(aCase({ before: directorySide("before", folder), after: directorySide("after", folder) }));
}

test("in whatever order the files of directories were written, the report is the same, byte for byte", async () => {
  const ordered = inEveryFormat(await judgeDirectories((files) => files));
  const mix: Order = (files) => fc.sample(shuffled(files), 1)[0] ?? [];
  for (const order of [(files) => files.reverse(), mix] satisfies Order[])
    expect(inEveryFormat(await judgeDirectories(order))).toEqual(ordered);
});

test("all fixtures together show every rule on changes but the one that nothing published can make", async () => {
  const { findings } = await judgeDirectories((files) => files);
  const found = new Set(findings.map(({ rule }) => rule));
  const missing = rules.filter(({ id, kind }) => kind === "change" && !found.has(id)).map(({ id }) => id);
  expect(missing).toEqual(["change-unrecognised"]);
});
