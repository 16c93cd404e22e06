import type { Issue, IssueText } from "../../github/issues.js";

/** A comment that is made once: `marker` is its first line. */
export interface OnceComment {
  readonly marker: string;
  readonly body: string;
}

/** One thing to do to an issue. `key` is what the issue is about. */
export type Step =
  | { readonly kind: "open"; readonly key: string; readonly text: IssueText }
  | {
      readonly kind: "update" | "reopen" | "close";
      readonly key: string;
      readonly issue: Issue;
      readonly text: IssueText;
      readonly comment: OnceComment | null;
    };
