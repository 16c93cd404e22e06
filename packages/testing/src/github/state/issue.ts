import type { Account } from "./account.js";
import type { App } from "./app.js";

/** One emoji somebody put on an issue or a comment. */
export interface Reaction {
  readonly id: number;
  readonly content: string;
  readonly user: Account;
  readonly createdAt: string;
}

export interface Comment {
  readonly id: number;
  readonly author: Account;
  /** The app that wrote it, if one did. */
  readonly app: App | null;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  readonly reactions: Reaction[];
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

/** An issue, or what a pull request shares with one: they are numbered together. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  readonly app: App | null;
  title: string;
  body: string | null;
  state: "open" | "closed";
  stateReason: "completed" | "reopened" | "not_planned" | "duplicate" | null;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** Whether only people with write access may speak there. */
  isLocked: boolean;
  labels: string[];
  assignees: Account[];
  comments: Comment[];
  readonly reactions: Reaction[];
}
