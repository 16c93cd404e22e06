import { afterAll, expect, test } from "@jest/globals";
import {
  type Contract,
  defaultConfig,
  historyPath,
  nextLines,
  parseHistory,
  printBundle,
  rebuildHistory,
} from "@schema-gate/contract";
import { contractsSide } from "../sides/contracts-side.js";
import { openSide } from "../sides/open-sides.js";
import { parseSideSpec } from "../sides/side-spec.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, writeFiles } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { judge } from "./judge.js";

afterAll(removeTemporaryDirectories);

const columns = ["id varchar", "cost double", "state varchar"];
const described = (view: string | null, cost: string | null, state: string | null = null): Contract => {
  const plain = aView("tasks_v1", columns, { comment: view });
  const texts = new Map([
    ["cost", cost],
    ["state", state],
  ]);
  return { ...plain, columns: plain.columns.map((each) => ({ ...each, comment: texts.get(each.name) ?? null })) };
};

/** The history of a view that was so one day after the other. */
function historyOf(...states: readonly Contract[]): string {
  const file = "history";
  return states.reduce((text, after, index) => {
    const before = states[index - 1] ?? null;
    const history = text === "" ? null : rebuildHistory(parseHistory(Buffer.from(text), file), file, after);
    return text + nextLines(history, { before, after, verdict: "pass", date: `2026-03-0${index + 1}` });
  }, "");
}

const bare = described(null, null);
const told = described("One row a task.", "The average cost.");
const between = described(null, "The mean cost.");
const files = new TemporaryRepository();
const path = `snapshots/${historyPath(bare)}`;
files.write({ ...snapshotFiles([bare]), [path]: historyOf(told, between, bare), "bundle.json": printBundle([bare]) });
files.commit();

async function findings(before: string, after: Contract, { directory } = files) {
  const spec = parseSideSpec(before);
  if (spec.kind === "live" || spec.kind === "plan") throw new Error(`${before} is no side of files`);
  const given = { policyCommit: null, waivers: [], asOf: "2026-11-22", planned: false, failOn: null } as const;
  const sides = { before: await openSide(spec, directory), after: contractsSide("live", "live", [after]) };
  const report = await judge({ ...given, ...sides, config: defaultConfig, mode: "diff" });
  return report.findings.map(({ rule, impact, path, before, after }) => [rule, impact, path, before, after]);
}

const sides = [["snapshots"], ["."], ["git:HEAD"], ["worktree:"]] as const;

test.each(sides)("%s: what is said again is held against what was said last, however long ago", async (before) => {
  expect(await findings(before, described("One row a task.", "The total cost.", "How it ended."))).toEqual([
    ["description-changed", "risky", "cost", "The mean cost.", "The total cost."],
    ["description-added", "neutral", "", null, "One row a task."],
    ["description-added", "neutral", "state", null, "How it ended."],
  ]);
  expect(await findings(before, described("One row a build.", "the mean **cost**"))).toEqual([
    ["description-changed", "risky", "", "One row a task.", "One row a build."],
    ["description-added", "neutral", "cost", null, "the mean **cost**"],
  ]);
});

test("a definition that comes back, and what a view is, are held against what was known last", async () => {
  const whole = aView("tasks_v2", columns, { definition: "SELECT id, cost, state FROM landing.tasks" });
  const unseen: Contract = { ...whole, kind: null, security: null, definition: null };
  const repository = new TemporaryRepository();
  const history = { [`snapshots/${historyPath(whole)}`]: historyOf(whole, unseen) };
  repository.write({ ...snapshotFiles([unseen]), ...history });
  const found = (after: Contract) => findings("snapshots", after, repository);
  expect(await found(whole)).toEqual([
    ["promise-stated", "neutral", "@kind", null, "view"],
    ["promise-stated", "neutral", "@security", null, "definer"],
  ]);
  const other = "SELECT id, sum(cost) AS cost, state FROM landing.tasks GROUP BY id, state";
  expect(await found({ ...whole, kind: "table", security: "invoker", definition: other })).toEqual([
    ["grouping-changed", "breaking", "@definition.group-by", null, "GROUP BY tasks.id, tasks.state"],
    ["kind-changed", "risky", "@kind", "view", "table"],
    ["security-changed", "risky", "@security", "definer", "invoker"],
  ]);
});

test("a bundle has no history to ask", async () => {
  expect(await findings("bundle.json", described("One row a build.", null))).toEqual([
    ["description-added", "neutral", "", null, "One row a build."],
  ]);
});

test("a history that lost lines is named where it is needed, and not asked where it is not", async () => {
  const lost = historyOf(told, between, bare).split("\n").slice(1).join("\n");
  writeFiles(files.directory, { [path]: lost });
  try {
    await expect(findings("worktree:", described("One row a build.", null))).rejects.toMatchObject({
      kind: "usage",
      message: `${path}:1: it follows a line that is not in the file: lines before it were lost or edited. Take the file back as git has it, or delete it to begin anew.`,
    });
    expect(await findings("worktree:", { ...bare, security: "invoker" })).toEqual([
      ["security-changed", "risky", "@security", "definer", "invoker"],
    ]);
  } finally {
    files.git("checkout", "--quiet", "HEAD", "--", path);
  }
});
