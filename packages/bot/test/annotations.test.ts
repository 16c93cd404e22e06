import { expect, test } from "@jest/globals";
import { annotationsOf } from "../src/publish/annotations.js";
import { aFinding, aReport } from "./sample-report.js";

test("a finding is annotated at its lines, with what to do", () => {
  expect(annotationsOf(aReport(aFinding()))).toEqual({
    shown: [
      {
        path: "snapshots/a/b/tasks_v1.json",
        startLine: 12,
        endLine: 14,
        level: "failure",
        title: "column-removed: pod_id",
        message: "Column pod_id (varchar) was removed.\n\nKeep it.",
      },
    ],
    missing: null,
  });
});

test("blocking findings come first, what is allowed not at all, and what is waived quietly", () => {
  const waiver = { file: "waivers/x.yaml", owner: "ada", reason: "Agreed.", ends: "2027-01-01" };
  const report = aReport(
    aFinding({ action: "allow", path: "1" }),
    aFinding({ action: "warn", path: "2" }),
    aFinding({ action: "acknowledge", path: "3" }),
    aFinding({ action: "warn", path: "4", waiver }),
    aFinding({ action: "block", path: "5" }),
  );
  expect(annotationsOf(report).shown.map(({ title, level, message }) => [title, level, message])).toEqual([
    ["column-removed: 5", "failure", "Column pod_id (varchar) was removed.\n\nKeep it."],
    ["column-removed: 3", "warning", "Column pod_id (varchar) was removed.\n\nKeep it."],
    ["column-removed: 2", "warning", "Column pod_id (varchar) was removed.\n\nKeep it."],
    ["column-removed: 4", "notice", "Column pod_id (varchar) was removed.\n\nWaived until 2027-01-01 by ada."],
  ]);
});

test("beyond 500 the rest is counted, and so is what stands in no file", () => {
  const many = Array.from({ length: 700 }, (_, index) => aFinding({ path: `${index}` }));
  const nowhere = Array.from({ length: 2 }, () => aFinding({ action: "warn", location: null }));
  const { shown, missing } = annotationsOf(aReport(...nowhere, ...many));
  expect(shown.map(({ title }) => title)).toEqual(many.slice(0, 500).map(({ path }) => `column-removed: ${path}`));
  expect(missing).toBe(
    "500 of 702 findings that block, wait or warn are annotated (of 500 at most); 2 of them without a place in a file.",
  );
  expect(annotationsOf(aReport(...nowhere))).toEqual({
    shown: [],
    missing: "0 of 2 findings that block, wait or warn are annotated; 2 of them without a place in a file.",
  });
});

test("names of strangers are shown, not obeyed, and cut where nobody reads on", () => {
  const hostile = aFinding({
    path: "\u202e<b>@everyone</b>\u0007",
    message: `::error::\u001b[31m${"x".repeat(300_000)}`,
    remedy: "",
  });
  const [annotation] = annotationsOf(aReport(hostile)).shown;
  expect(annotation?.title).toBe("column-removed: \\u{202e}<b>@everyone</b>\\u{7}");
  expect(annotation?.message.slice(0, 30)).toBe(":\\u{3a}error:\\u{3a}\\u{1b}[31mx");
  expect(annotation?.message.length).toBeLessThan(2100);
});
