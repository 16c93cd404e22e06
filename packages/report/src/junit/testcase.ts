import { xmlText } from "../escape/markup-text.js";
import type { ReportFinding } from "../report.js";
import { labelOf, placeIn } from "../wording/finding-detail.js";
import { findingFacts } from "../wording/finding-facts.js";
import { shorten } from "../wording/shorten.js";

const LONGEST_PATH = 200;
const LONGEST_MESSAGE = 600;

export type Outcome = "failed" | "skipped" | "passed";

/**
 * What blocks has failed and what asks for nothing has passed. What a person should look at has done neither: readers of
 * JUnit have no warnings, and a test that was skipped is shown without failing the build.
 */
export function outcomeOf({ action }: ReportFinding): Outcome {
  if (action === "block") return "failed";
  return action === "allow" ? "passed" : "skipped";
}

/** A finding as a test. Its name says the same in every run, by which readers know it again; its class is the view. */
export function testcase(finding: ReportFinding, suite: string): string {
  const name = [finding.rule, shorten(placeIn(finding), LONGEST_PATH), finding.id].filter((part) => part !== "");
  const message = shorten(finding.message, LONGEST_MESSAGE);
  const facts = findingFacts(finding).map(({ label, text }) => `${label}: ${text}`);
  const body = [message, ...facts].map(xmlText).join("\n");
  const start = `    <testcase name="${xmlText(name.join(" "))}" classname="${xmlText(suite)}">`;
  return `${start}\n${outcomeElement(finding, xmlText(message), body)}\n    </testcase>`;
}

function outcomeElement(finding: ReportFinding, message: string, body: string): string {
  const attributes = `type="${xmlText(labelOf(finding))}" message="${xmlText(labelOf(finding))}: ${message}"`;
  switch (outcomeOf(finding)) {
    case "failed":
      return `      <failure ${attributes}>${body}</failure>`;
    case "skipped":
      return `      <skipped ${attributes}>${body}</skipped>`;
    case "passed":
      return `      <system-out>${body}</system-out>`;
  }
}
