import type { Clone } from "./repository.js";
import { askGit } from "./run-git.js";

/** Who made files what they are; nobody where that is not known. */
export type AuthorsOf = (files: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

/**
 * The authors of the commits from `base` (excluded) to `head` that touched each file, as GitHub logins where their address is
 * one of GitHub's own, else as addresses. Anybody can write any address into a commit: a host that knows who pushed is
 * asked instead where there is one.
 */
export function authorsInClone({ directory }: Clone, base: string, head: string): AuthorsOf {
  return async (files) => {
    const authors = new Map<string, readonly string[]>();
    for (const file of files) {
      const args = ["rev-list", "--format=%ae", `${base}..${head}`, "--", file];
      const lines = (await askGit(directory, args))
        .split("\n")
        .filter((line) => line !== "" && !/^commit [0-9a-f]+$/.test(line));
      authors.set(file, [...new Set(lines.map(loginOf))].sort());
    }
    return authors;
  };
}

/** The login of an address of GitHub's own, else the address. */
export function loginOf(address: string): string {
  return /^(?:\d+\+)?([A-Za-z0-9-]+)@users\.noreply\.github\.com$/.exec(address)?.[1] ?? address;
}
