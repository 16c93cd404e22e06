import type { ComparedSide, Report } from "../report.js";
import { amount } from "./amount.js";

/** What was compared with what: `git 1f0c…: 4 views, working tree: 5 views; 1 changed, 3 unchanged; as of 2026-11-22`. */
export function comparedPhrase(compared: Report["compared"]): string {
  const { before, after, asOf, changed, unchanged, planned } = compared;
  if (isState(compared)) return `Looked at ${sidePhrase(after)} as it stands, as of ${asOf}.`;
  const sides = `${sidePhrase(before)} with ${sidePhrase(after)}`;
  return `Compared ${sides}: ${amount(changed, "view")} changed, ${unchanged} unchanged${planned ? ", as planned" : ""}, as of ${asOf}.`;
}

/** Whether views were judged as they stand (`lint`): there are some, and none was compared. */
export function isState({ after, changed, unchanged }: Report["compared"]): boolean {
  return after.views > 0 && changed + unchanged === 0;
}

function sidePhrase({ kind, commit, views }: ComparedSide): string {
  const name = kind === "worktree" ? "the working tree" : kind;
  return `${name}${commit === null ? "" : ` ${commit.slice(0, 12)}`} (${amount(views, "view")})`;
}
