import * as z from "zod";
import { GitHubError } from "../github-error.js";
import { ask } from "./ask.js";
import type { Client } from "./client.js";

/** GitHub's own account, which commits what people merge and edit on its pages. */
const GITHUB_ITSELF = "web-flow";
const PAGE = 100;

const person = z.object({ login: z.string().optional() }).nullable();
const page = z.object({
  total_commits: z.int(),
  commits: z.array(z.object({ author: person, committer: person })),
});

/**
 * Who wrote or committed what `head` has and `base` has not. The comparison tells all of them; the commits of a pull request
 * end at the 250th.
 */
export async function authorsBetween(client: Client, base: string, head: string): Promise<ReadonlySet<string>> {
  const doing = `list the commits between ${base} and ${head}`;
  const logins = new Set<string>();
  for (let number = 1, seen = 0; ; number++) {
    const { total_commits: total, commits } = await ask(client, {
      route: "GET /repos/{owner}/{repo}/compare/{basehead}",
      parameters: { basehead: `${base}...${head}`, per_page: PAGE, page: number },
      doing,
      permission: "contents: read",
      answer: page,
    });
    for (const { author, committer } of commits) {
      for (const login of [author?.login, committer?.login]) if (login && login !== GITHUB_ITSELF) logins.add(login);
    }
    seen += commits.length;
    if (seen >= total) return logins;
    if (commits.length === 0) {
      throw new GitHubError("unreachable", "unclear", `Cannot ${doing}: GitHub told ${seen} of ${total}.`);
    }
  }
}
