/** Why an issue was closed, in GitHub's words. */
export type ClosedAs = "completed" | "not_planned" | "duplicate";

/** An issue of ours. */
export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  /** Why it is closed; `null` while it is open. */
  readonly closedAs: ClosedAs | null;
  readonly isLocked: boolean;
}

/** All that we say in an issue, and whether it is open. */
export interface IssueText {
  readonly title: string;
  /** Markdown, 65,535 characters at most. */
  readonly body: string;
  readonly closedAs: ClosedAs | null;
}

/** The issues we keep. */
export interface Issues {
  /** Every issue with this label that we wrote, open or closed, the lowest number first. */
  ownIssues(label: string): Promise<readonly Issue[]>;
  /** Opens an issue. Asked once: after an "unclear" `GitHubError` whoever asked looks first whether it is there. */
  createIssue(text: Pick<IssueText, "title" | "body">, label: string): Promise<Issue>;
  /** Title, text and state in one step: nobody ever sees one without the others. */
  updateIssue(number: number, text: IssueText): Promise<Issue>;
}
