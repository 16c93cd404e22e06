import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bareRepository, startLoopbackGithub } from "@schema-gate/testing/github";
import { temporaryFolder } from "./run-cli.js";

/** A GitHub on loopback that is told what drift found, by the command that the nightly job runs. */
export interface ToldIssues {
  /** Tells of a report as `schema-diff drift --format json` printed it. */
  tell(report: string): Promise<void>;
  /** The views that have an issue, each `name open` or `name closed`, in order. */
  issues(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const command = fileURLToPath(new URL("../../bot/bin/schema-gate.js", import.meta.url));

export async function startToldIssues(): Promise<ToldIssues> {
  const bare = bareRepository();
  bare.commit({ branch: "main", files: { "README.md": "Views.\n" } });
  const github = await startLoopbackGithub({
    repositories: [{ fullName: "acme/views", gitDir: bare.directory, roles: { ada: "admin" } }],
    organizations: ["acme"],
    tokens: { ada: { user: "ada" } },
  });
  const file = join(temporaryFolder(), "drift.json");
  return {
    tell: async (report) => {
      writeFileSync(file, report);
      const env = { PATH: process.env.PATH, GITHUB_TOKEN: "ada", SCHEMA_GATE_API_URL: github.url };
      await run(["report-drift", "--report", file, "--repository", "acme/views"], {
        ...env,
        SCHEMA_GATE_SECOND_MS: "1",
      });
    },
    issues: async () => {
      const address = `${github.url}/repos/acme/views/issues?state=all&per_page=100`;
      const answered = await fetch(address, { headers: { authorization: "Bearer ada" } });
      const issues = (await answered.json()) as readonly { title: string; state: string }[];
      return issues.map(({ title, state }) => `${/\.(\w+) \(/.exec(title)?.[1]} ${state}`).sort();
    },
    close: async () => {
      await github.close();
      bare.remove();
    },
  };
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [command, ...args], { env }, (error, _, err) => {
      if (error === null && err === "") resolve();
      else reject(new Error(`report-drift failed: ${err}`, { cause: error }));
    });
  });
}
