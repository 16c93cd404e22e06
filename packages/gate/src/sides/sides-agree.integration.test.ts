import { afterAll, expect, test } from "@jest/globals";
import { type Contract, defaultConfig, printBundle } from "@schema-gate/contract";
import { judge } from "../judge/judge.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { contractsSide } from "./contracts-side.js";
import { openSide, openSides } from "./open-sides.js";
import type { Sides } from "./side.js";
import { type FileSideSpec, parseSideSpec } from "./side-spec.js";

afterAll(removeTemporaryDirectories);

const views: readonly Contract[] = [
  aView("evergreen_tasks_v1", ["task_id varchar", 'details row(a bigint, "B" array(varchar))'], {
    comment: 'Ünïcode, "quotes" and\nlines.',
    definition: "SELECT 1",
  }),
  aView("evergreen_tasks_v2", ["task_id varchar", "execution bigint"]),
  aView("täsks v1", ["ä bigint"], { schema: "some schema", kind: null, security: null }),
  aView("empty_v1", [], { catalog: "hive" }),
];
const files = new TemporaryRepository();
files.write({ ...snapshotFiles(views), "bundle.json": printBundle(views) });
files.commit();

const named = ["snapshots", "bundle.json", "git:HEAD", "worktree:"];

function spec(text: string): FileSideSpec {
  const parsed = parseSideSpec(text);
  if (parsed.kind === "live" || parsed.kind === "plan") throw new Error(`${text} is no side of files`);
  return parsed;
}

function compareAll(sides: Sides) {
  const given = { policyCommit: null, waivers: [], asOf: "2026-11-22", planned: false, failOn: null } as const;
  return judge({ ...given, ...sides, config: defaultConfig, mode: "diff" });
}

test.each(named.flatMap((before) => named.map((after) => [before, after] as const)))(
  "the same views as %s and as %s differ in nothing",
  async (before, after) => {
    const { findings, verdict, compared } = await compareAll(
      await openSides(spec(before), spec(after), files.directory),
    );
    expect({ findings, verdict }).toEqual({ findings: [], verdict: "pass" });
    // The text of a view in a bundle is indented, so its bytes are others than those of its file.
    const sameBytes = (before === "bundle.json") === (after === "bundle.json");
    expect([compared.changed, compared.unchanged]).toEqual(sameBytes ? [0, 4] : [4, 0]);
  },
);

test("the same files have the same digest, wherever they stand", async () => {
  const digests = named
    .filter((text) => text !== "bundle.json")
    .map(async (text) => (await openSide(spec(text), files.directory)).digest);
  const fromContracts = contractsSide("live", "live:prod", [...views].reverse()).digest;
  expect(new Set([...(await Promise.all(digests)), fromContracts])).toEqual(new Set([fromContracts]));
  expect(fromContracts).toMatch(/^[0-9a-f]{64}$/);
});

test("contracts in memory differ in nothing from the files written of them", async () => {
  const after = contractsSide("live", "live:prod", views);
  const before = await openSide(spec("bundle.json"), files.directory);
  expect((await compareAll({ before, after })).findings).toEqual([]);
});
