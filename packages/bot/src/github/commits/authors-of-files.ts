import { type AuthorsOf, loginOf } from "@schema-gate/gate";
import type { GitObjects } from "../git-objects.js";
import type { PullRequests } from "../pull-requests.js";

/** Where commits are asked for, and who wrote them. */
export type WrittenObjects = GitObjects & Pick<PullRequests, "commitsBetween">;

/**
 * Who made files what they are in the commits from `base` (excluded) to `head`, as gate's `authorsInClone` says it of a clone,
 * but that GitHub knows whose an address is.
 */
export function authorsOfFiles(objects: WrittenObjects, base: string, head: string): AuthorsOf {
  return async (files) => {
    const authors = new Map<string, readonly string[]>();
    if (files.length === 0) return authors;
    const between = await objects.commitsBetween(base, head);
    const names = new Map(between.map(({ id, author, address }) => [id, author ?? loginOf(address)]));
    for (const file of files) authors.set(file, await authorsOf(objects, head, file, names));
    return authors;
  };
}

async function authorsOf(
  objects: GitObjects,
  head: string,
  file: string,
  names: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const authors = new Set<string>();
  for await (const page of objects.history(head, file)) {
    for (const { id } of page) {
      const name = names.get(id);
      if (name !== undefined) authors.add(name);
    }
  }
  return [...authors].sort();
}
