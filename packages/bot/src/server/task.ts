import * as z from "zod";
import { fullName, repositoryId } from "./repository-id.js";

const commit = z.string().regex(/^[0-9a-f]{40}$/);
const number = z.number().int().positive();

const command = z.discriminatedUnion("name", [
  z.object({ name: z.literal("recheck") }),
  z.object({ name: z.literal("explain"), id: z.string() }),
  z.object({ name: z.literal("waive"), id: z.string() }),
  z.object({ name: z.literal("unknown") }),
]);

/** What somebody asked for in a comment; `unknown` is addressed to us and not understood. */
export type Command = z.infer<typeof command>;

/**
 * What a delivery asks us to do. It names things and never says how they stand: that is asked when the work is done, so that
 * late, doubled and reordered deliveries all lead to the same end. Stored in files, so its shape only grows.
 */
export const task = z.discriminatedUnion("kind", [
  /** Judge a pull request, and all others that share one of `otherHeads`: their worst may have changed. */
  z.object({ kind: z.literal("review"), repository: repositoryId, pullRequest: number, otherHeads: z.array(commit) }),
  /** A branch moved: judge every open pull request into it. */
  z.object({ kind: z.literal("branch"), repository: repositoryId, branch: z.string().min(1) }),
  /** Judge every open pull request with this head. */
  z.object({ kind: z.literal("head"), repository: repositoryId, head: commit }),
  /** Conclude what the merge queue made of a pull request and the commit it comes after. */
  z.object({
    kind: z.literal("merge-group"),
    repository: repositoryId,
    head: commit,
    base: commit,
    pullRequest: number,
  }),
  /** Do what somebody asked for in a comment on a pull request. */
  z.object({
    kind: z.literal("command"),
    repository: repositoryId,
    pullRequest: number,
    comment: number,
    login: z.string().min(1),
    command,
  }),
]);
export type Task = z.infer<typeof task>;

/** Tasks of one lane are never worked on at the same time: all that is written on one pull request stands in one lane. */
export function laneOf(task: Task): string {
  const repository = fullName(task.repository).toLowerCase();
  switch (task.kind) {
    case "review":
    case "command":
      return `${repository}#${task.pullRequest}`;
    case "branch":
      return `${repository} ${task.branch}`;
    case "head":
    case "merge-group":
      return `${repository} ${task.head}`;
  }
}

/** Tasks of one lane with the same effect: doing the last of them does them all. A command answers its own comment. */
export function effectOf(task: Task): string {
  return task.kind === "command" ? `command ${task.comment}` : task.kind;
}
