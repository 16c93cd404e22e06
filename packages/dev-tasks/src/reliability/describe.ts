import type { Plan, Result } from "./run.js";

/** What came of a run, as a table in Markdown. */
export function describe(
  { deliveries, kills, seed }: Pick<Plan, "deliveries" | "kills" | "seed">,
  result: Result,
): string {
  const { post, standing, requests, faults, exitCode } = result;
  const { problems } = standing;
  const failed = Object.values(faults).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(faults).map(([kind, count]) => `${count} ${words[kind] ?? kind}`);
  const rows = [
    [`asked for (seed ${seed})`, `${deliveries} deliveries, ${kills} times \`kill -9\``],
    ["deliveries sent", `${post.sent}`],
    ["of them sent although they were answered", `${post.doubled}`],
    ["of them sent again, because nobody had answered", `${post.redelivered}`],
    ["never answered, and left to the search", `${post.lost}`],
    ["requests to GitHub", `${requests}`],
    ["of them failed", `${failed} (${kinds.sort().join(", ")})`],
    ["pull requests", `${standing.pullRequests}, ${standing.open} open in the end`],
    ["commits they ever ended in", `${standing.heads}, ${standing.judgedHeads} judged`],
    ["comments with a verdict", `${standing.comments}`],
    ["commands in comments", `${standing.commands}`],
    ["the last stop, by SIGTERM", `exit code ${exitCode}`],
    ["not as it must be", problems.length === 0 ? "**nothing**" : `**${problems.length}**`],
  ];
  const table = rows.map(([what, count]) => `| ${what} | ${count} |`);
  return ["| what | |", "|---|---|", ...table, ...problems.map((problem) => `\n- ${problem}`)].join("\n");
}

const words: Readonly<Record<string, string>> = {
  status: "5xx",
  drop: "connections dropped",
  "lost-reply": "replies lost after the work was done",
  "secondary-rate-limit": "secondary rate limits",
  "primary-rate-limit": "times the hour's requests were used up",
};
