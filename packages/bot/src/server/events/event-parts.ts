import * as z from "zod";
import type { RepositoryId } from "../repository-id.js";

/** Parts of GitHub's payloads, as far as they are read. What is not named here is never looked at. */
export const commitPart = z.string().regex(/^[0-9a-f]{40}$/);
export const numberPart = z.number().int().positive();

/** A name becomes part of the address GitHub is asked at, and must not lead to another. */
const namePart = z.string().regex(/^(?!\.{1,2}$)[\w.-]+$/);

const sourcePart = {
  repository: z.object({ name: namePart, owner: z.object({ login: namePart }) }),
  installation: z.object({ id: numberPart }),
};

/** A payload of an app's delivery about a repository, with what one event adds to it. */
export function payloadOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...sourcePart, ...shape });
}

/** The merge queue's own branches: `gh-readonly-queue/<branch it goes into>/pr-<number>-<commit it comes after>`. */
const queueBranch = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(\d+)-([0-9a-f]{40})$/;

/** What a branch of the merge queue was made of, or `null` where it is none of them. */
export function readQueueBranch(name: string): { readonly pullRequest: number; readonly base: string } | null {
  const [, number, base] = queueBranch.exec(name) ?? [];
  return number === undefined || base === undefined ? null : { pullRequest: Number(number), base };
}

/** The name of a branch of the merge queue, read. */
export const queuedPart = z.string().transform((name, context) => {
  const read = readQueueBranch(name);
  if (read !== null) return read;
  context.addIssue("is no branch of the merge queue");
  return z.NEVER;
});

/** The repository a payload is about. */
export function sourceOf(payload: {
  readonly repository: { readonly name: string; readonly owner: { readonly login: string } };
  readonly installation: { readonly id: number };
}): RepositoryId {
  const { repository, installation } = payload;
  return { owner: repository.owner.login, name: repository.name, installation: installation.id };
}

/** The branch of a full ref name, or `null` where it is a tag or anything else. */
export function branchOf(ref: string): string | null {
  return ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
}
