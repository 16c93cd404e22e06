import * as z from "zod";
import { GitHubError } from "../github-error.js";
import type { WrittenCommit } from "../pull-requests.js";
import { commitId } from "./answers.js";
import { ask } from "./ask.js";
import type { Client } from "./client.js";

/** GitHub's own account, which commits what people merge and edit on its pages. */
const GITHUB_ITSELF = "web-flow";
const PAGE = 100;

const person = z.object({ login: z.string().optional() }).nullable();
const page = z.object({
  total_commits: z.int(),
  commits: z.array(
    z.object({
      sha: commitId,
      parents: z.array(z.object({ sha: commitId })),
      author: person,
      committer: person,
      // Whoever writes commits by hand may leave out who wrote them.
      commit: z.object({ author: z.object({ email: z.string().optional() }).nullable() }),
    }),
  ),
});

/** What `head` has and `base` has not. The comparison tells all of it; the commits of a pull request end at the 250th. */
export async function commitsBetween(client: Client, base: string, head: string): Promise<readonly WrittenCommit[]> {
  const doing = `list the commits between ${base} and ${head}`;
  const found: WrittenCommit[] = [];
  for (let number = 1; ; number++) {
    const { total_commits: total, commits } = await ask(client, {
      route: "GET /repos/{owner}/{repo}/compare/{basehead}",
      parameters: { basehead: `${base}...${head}`, per_page: PAGE, page: number },
      doing,
      permission: "contents: read",
      answer: page,
    });
    found.push(...commits.map(written));
    if (found.length >= total) return found;
    if (commits.length === 0) {
      throw new GitHubError("unreachable", "unclear", `Cannot ${doing}: GitHub told ${found.length} of ${total}.`);
    }
  }
}

function written({ sha, parents, author, committer, commit }: z.output<typeof page>["commits"][number]): WrittenCommit {
  const named = [author?.login, committer?.login].flatMap((login) => login ?? []);
  const logins = named.filter((login) => login !== GITHUB_ITSELF);
  return {
    id: sha,
    parents: parents.map((parent) => parent.sha),
    author: author?.login ?? null,
    address: commit.author?.email ?? "",
    logins: [...new Set(logins)],
  };
}
