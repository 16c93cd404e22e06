/** How a check ended, in GitHub's words. */
export type Conclusion = "success" | "neutral" | "action_required" | "failure";

/** A remark at lines of a file, counted from 1. Plain text. */
export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

/** A concluded check as it is written, but for its annotations. */
export interface Check {
  readonly name: string;
  readonly head: string;
  readonly externalId: string;
  readonly conclusion: Conclusion;
  readonly title: string;
  /** Markdown, 65,535 characters at most. */
  readonly summary: string;
  /** Where there is more to read. */
  readonly detailsUrl: string | null;
}

/** A check as it stands at GitHub. */
export interface CheckRun {
  readonly id: number;
  readonly externalId: string | null;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly annotations: number;
}

/** A commit status, for where checks cannot be written. */
export interface CommitStatus {
  readonly context: string;
  readonly state: "success" | "failure" | "error";
  /** 140 characters at most. */
  readonly description: string;
  readonly targetUrl: string | null;
}

/** A comment of ours on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
}

/** A sign below somebody's comment. */
export type Reaction = "+1" | "-1" | "eyes" | "confused" | "rocket";

/** The most annotations GitHub takes at once. */
export const ANNOTATIONS_AT_ONCE = 50;

/**
 * What is written on a commit and its pull requests. Nothing is created twice by itself: a creation whose answer got lost is
 * an "unclear" `GitHubError`, and whoever asked for it looks first whether it is there.
 */
export interface Publishing {
  /** The newest check of this name that we wrote at a commit, or `null`. */
  findCheck(head: string, name: string): Promise<CheckRun | null>;
  /** `annotations` are 50 at most. */
  createCheck(check: Check, annotations: readonly Annotation[]): Promise<CheckRun>;
  /** Writes everything anew, and adds `annotations`, 50 at most, to those that stand there. */
  updateCheck(id: number, check: Check, annotations: readonly Annotation[]): Promise<CheckRun>;
  createStatus(head: string, status: CommitStatus): Promise<void>;
  /** The comments on a pull request that we wrote and that begin with `marker`, oldest first. */
  ownComments(pullRequest: number, marker: string): Promise<readonly Comment[]>;
  createComment(pullRequest: number, body: string): Promise<Comment>;
  updateComment(id: number, body: string): Promise<Comment>;
  deleteComment(id: number): Promise<void>;
  /** Reacts to a comment; doing so again changes nothing. */
  react(comment: number, reaction: Reaction): Promise<void>;
}
