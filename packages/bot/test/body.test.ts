import { expect, test } from "@jest/globals";
import { bodyOf, otherLines } from "../src/publish/body.js";
import { conclusionOf, titleOf, worstOf } from "../src/publish/conclusion.js";
import { jobSummary } from "../src/publish/job-summary.js";
import { aFinding, couldNotCheck, judged } from "./sample-report.js";

const block = judged(aFinding(), aFinding({ path: "other" }), aFinding({ action: "warn" }));
const acknowledge = judged(aFinding({ action: "acknowledge" }), aFinding({ action: "warn" }));
const warn = judged(aFinding({ action: "warn" }));
const pass = judged();
const unchecked = couldNotCheck("schema-gate.yaml:1:1: no");

test.each([
  ["pass", pass, "success", "Pass: 0 blocking findings"],
  ["warn", warn, "neutral", "Warn: 0 blocking findings"],
  ["acknowledge", acknowledge, "action_required", "Acknowledge: 0 blocking findings, 1 for an owner to acknowledge"],
  ["block", block, "failure", "Block: 2 blocking findings"],
  ["one that blocks", judged(aFinding()), "failure", "Block: 1 blocking finding"],
  ["could not check", unchecked, "failure", "Could not check"],
])("%s has its conclusion and its title", (_what, judgement, conclusion, title) => {
  expect([conclusionOf(judgement), titleOf(judgement)]).toEqual([conclusion, title]);
});

test("the worst of several stands for the commit, whatever their order", () => {
  const fromMildToBad = [pass, warn, acknowledge, block, unchecked] as const;
  for (const [index, worst] of fromMildToBad.entries()) {
    const milder = fromMildToBad.slice(0, index);
    expect(worstOf([worst, ...milder])).toBe(worst);
    expect(worstOf([pass, ...milder, worst])).toBe(worst);
  }
});

test("what could not be checked says so, and why, a line for each problem", () => {
  const text = bodyOf(
    couldNotCheck("a.json:1: `no`\nb.json:2: @team"),
    { bytes: 65_000, link: null },
    "<!-- x -->\n",
    "",
  );
  expect(text).toBe(
    "<!-- x -->\n## Schema Gate: could not check\n\nThis is not a verdict, and not a pass.\n\n" +
      "`` a.json:1: `no` ``\n\n`b.json:2: @team`\n",
  );
});

test.each([
  ["letters", "x"],
  ["letters of three bytes", "大"],
  ["characters of two units", "🙂"],
])("however long %s are, a body fits in bytes, and names the exact number that blocks", (_what, letter) => {
  const findings = Array.from({ length: 5000 }, (_, index) =>
    aFinding({ view: `a.b."${letter.repeat(30)}${index}"`, path: letter.repeat(20) }),
  );
  const text = bodyOf(judged(...findings), { bytes: 65_535, link: "https://example.com/whole" }, "", "after\n");
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535);
  expect(text.split("\n")[0]).toBe("## Schema Gate: block, 5000 blocking findings");
  expect(text.endsWith("after\n")).toBe(true);
  expect(text).toMatch(/Shortened: 5000 findings counted/);
});

test("one finding of 300 kB leaves room for its title", () => {
  const text = bodyOf(judged(aFinding({ before: "row(".repeat(75_000) })), { bytes: 65_535, link: null }, "", "");
  expect(text.split("\n")[0]).toBe("## Schema Gate: block, 1 blocking finding");
});

test("where approvals matter, those that count are named, and of the others why they do not", () => {
  const waiting = judged(aFinding({ action: "acknowledge" }));
  if (waiting.kind !== "judged") throw new Error("It was judged.");
  const approvals = {
    counted: ["ada"],
    uncounted: [
      { login: "eve", reason: "an author" as const },
      { login: "grace", reason: "an older commit" as const },
      { login: "linus", reason: "an older commit" as const },
    ],
  };
  const lines = (judgement: typeof waiting) =>
    bodyOf(judgement, { bytes: 65_000, link: null }, "", "").split("\n").slice(-4);
  expect(lines({ ...waiting, approvals })).toEqual([
    `Approvals of \`${"a".repeat(40)}\` that count: \`ada\`.`,
    "Not counted, for they approved an older commit: `grace`, `linus`.",
    "Not counted, for they wrote some of it: `eve`.",
    "",
  ]);
  expect(lines(waiting).at(-2)).toBe(`Approvals of \`${"a".repeat(40)}\` that count: none.`);
  expect(bodyOf(block, { bytes: 65_000, link: null }, "", "")).not.toMatch(/Approvals/);
});

test("other pull requests with the commit are named, twenty of them at most", () => {
  expect(otherLines([])).toBe("");
  expect(otherLines([warn])).toBe("\nOther pull requests with this commit:\n\n- #7: Warn: 0 blocking findings\n");
  expect(
    otherLines(Array.from({ length: 23 }, () => warn))
      .split("\n")
      .slice(-3),
  ).toEqual(["- #7: Warn: 0 blocking findings", "- and 3 more", ""]);
});

test("the summary of a job holds every judgement", () => {
  const titles = jobSummary([block, unchecked])
    .split("\n")
    .filter((line) => /^##? /.test(line));
  expect(titles).toEqual([
    `# Pull request 7 at \`${"a".repeat(40)}\``,
    "## Schema Gate: block, 2 blocking findings",
    `# Pull request 7 at \`${"a".repeat(40)}\``,
    "## Schema Gate: could not check",
  ]);
});
