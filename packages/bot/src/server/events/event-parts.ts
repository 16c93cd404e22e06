import { z } from "zod";
import type { RepositoryId } from "../repository-id.js";

/** Parts of GitHub's payloads, as far as they are read. What is not named here is never looked at. */
export const commitPart = z.string().regex(/^[0-9a-f]{40}$/);
export const numberPart = z.number().int().positive();

const sourcePart = {
  repository: z.object({ name: z.string().min(1), owner: z.object({ login: z.string().min(1) }) }),
  installation: z.object({ id: numberPart }),
};

/** A payload of an app's delivery about a repository, with what one event adds to it. */
export function payloadOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...sourcePart, ...shape });
}

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
