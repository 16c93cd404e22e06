import { createHash } from "node:crypto";
import { amount, codeSpan, shorten } from "@schema-gate/report";
import type { WrittenFile } from "../../github/branches.js";
import type { AdditiveDrift } from "./additive-drift.js";

const MARKER = "schema-gate-drift-files 1";
const MOST_VIEWS = 100;
const LONGEST_NAME = 200;
const LONGEST_REASON = 300;

/** What tells one content of the pull request from another. */
export function contentKey(files: readonly WrittenFile[]): string {
  return createHash("sha256")
    .update(JSON.stringify(files.map(({ path, content }) => [path, content])))
    .digest("hex");
}

/** The content a pull request says it had when it was last written; `null` where it says none. */
export function contentKeyIn(body: string): string | null {
  return new RegExp(`^<!-- ${MARKER} ([0-9a-f]{64}) -->\\r?\\n`).exec(body)?.[1] ?? null;
}

export function pullRequestTitle({ views }: AdditiveDrift): string {
  return `Take additive drift of ${amount(views.length, "view")} into the snapshots`;
}

/** What the pull request says; `startsChecks` is whether GitHub runs checks on it by itself. */
export function pullRequestBody({ files, views, left }: AdditiveDrift, startsChecks: boolean): string {
  const parts = [
    `<!-- ${MARKER} ${contentKey(files)} -->`,
    "Live Trino shows more than is committed, and nothing that could break a reader. Merged, the snapshots say what Trino shows, and the contracts declare what their views gained.",
    "",
    ...listed(views.map((view) => `- ${codeSpan(shorten(view, LONGEST_NAME))}`)),
    ...leftLines(left),
    ...(startsChecks ? [] : ["", NO_CHECKS]),
    "",
    "The nightly drift job keeps this pull request: it is brought up to date each night, and closed when there is nothing to take in any more. It is left alone once anybody else has pushed to its branch.",
    "",
  ];
  return parts.join("\n");
}

/** What stands in the pull request once it is closed. */
export const NO_LONGER_NEEDED = "There is no additive drift any more: live Trino and what is committed say the same.\n";

const NO_CHECKS =
  "**No check runs here by itself**: it was opened with a workflow's own token, and GitHub starts no workflow for what that does. Close it and open it again by hand, or give the nightly job the keys of a GitHub App.";

function leftLines(left: AdditiveDrift["left"]): readonly string[] {
  if (left.length === 0) return [];
  const lines = left.map(
    ({ view, reason }) => `- ${codeSpan(shorten(view, LONGEST_NAME))}: ${codeSpan(shorten(reason, LONGEST_REASON))}`,
  );
  return ["", "Left to you, as a file of theirs cannot be read:", "", ...listed(lines)];
}

function listed(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_VIEWS) return lines;
  return [...lines.slice(0, MOST_VIEWS), `- and ${amount(lines.length - MOST_VIEWS, "more view")}`];
}
