import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { repositoryName, type Scene } from "./scene.js";

/** A check as anybody sees it. */
export interface SeenCheck {
  readonly id: number;
  readonly status: string;
  readonly conclusion: string | null;
}

/** A comment as anybody sees it. */
export interface SeenComment {
  readonly id: number;
  readonly login: string;
  readonly body: string;
  /** How many of each. */
  readonly reactions: Readonly<Record<string, number>>;
}

/** Somebody who looks at what stands at GitHub, through the API. */
export interface Onlooker {
  /** Every check at a commit, replaced ones too, the newest first. */
  checkRuns(commit: string): Promise<readonly SeenCheck[]>;
  comments(pullRequest: number): Promise<readonly SeenComment[]>;
}

const checks = z.object({
  check_runs: z.array(z.object({ id: z.int(), status: z.string(), conclusion: z.string().nullable() })),
});
const signs = ["+1", "-1", "confused", "eyes"] as const;
const comments = z.array(
  z.object({
    id: z.int(),
    body: z.string(),
    user: z.object({ login: z.string() }),
    reactions: z.record(z.string(), z.unknown()),
  }),
);

export function onlookerAt({ github }: Scene): Onlooker {
  const get = async (path: string): Promise<unknown> => {
    for (;;) {
      const headers = { authorization: "Bearer onlooker", "user-agent": "onlooker" };
      const response = await fetch(`${github.url}/repos/${repositoryName}/${path}`, { headers }).catch(() => null);
      if (response?.ok) return response.json();
      // GitHub fails for onlookers too.
      await wait(50);
    }
  };
  return {
    async checkRuns(commit) {
      return checks.parse(await get(`commits/${commit}/check-runs?filter=all&per_page=100`)).check_runs;
    },
    async comments(pullRequest) {
      const found = comments.parse(await get(`issues/${pullRequest}/comments?per_page=100`));
      return found.map(({ id, body, user, reactions }) => ({
        id,
        body,
        login: user.login,
        reactions: Object.fromEntries(
          signs.flatMap((sign) => (Number(reactions[sign]) > 0 ? [[sign, Number(reactions[sign])]] : [])),
        ),
      }));
    },
  };
}
