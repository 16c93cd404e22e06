import type { ComparedSide, Report } from "../report.js";
import { amount } from "./amount.js";

/** What was compared with what: `git 1f0c…: 4 views, working tree: 5 views; 1 changed, 3 unchanged; as of 2026-11-22`. */
export function comparedPhrase({ before, after, asOf, changed, unchanged, planned }: Report["compared"]): string {
  const sides = `${sidePhrase(before)} with ${sidePhrase(after)}`;
  return `Compared ${sides}: ${amount(changed, "view")} changed, ${unchanged} unchanged${planned ? ", as planned" : ""}, as of ${asOf}.`;
}

function sidePhrase({ kind, commit, views }: ComparedSide): string {
  const name = kind === "worktree" ? "the working tree" : kind;
  return `${name}${commit === null ? "" : ` ${commit.slice(0, 12)}`} (${amount(views, "view")})`;
}
