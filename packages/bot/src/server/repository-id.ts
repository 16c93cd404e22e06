import * as z from "zod";

/** A repository in which the app is installed. Stored, so its shape only grows. */
export const repositoryId = z.object({
  owner: z.string().min(1),
  name: z.string().min(1),
  installation: z.number().int().positive(),
});
export type RepositoryId = z.infer<typeof repositoryId>;

/** `acme/views`: what people call it. */
export function fullName({ owner, name }: RepositoryId): string {
  return `${owner}/${name}`;
}
