import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Octokit } from "@octokit/rest";
import type { Delivery } from "@schema-gate/testing/github";
import { checkCommits } from "../../src/judge/check-commits.js";
import { openLog } from "../../src/server/log.js";
import { type Serving, serve } from "../../src/server/serve.js";
import { readSettings } from "../../src/server/settings/settings.js";
import { gitHubApp } from "../../src/server/work/github-app.js";
import { asOf, privateKey, type Scene } from "../scene.js";

/** What the app's deliveries are signed with. */
export const secret = "signed with this and nothing else";

/** The app's server in this process, in front of a scene. */
export class RunningApp {
  /** What it logged. */
  readonly lines: string[] = [];
  /** The day it judges on. */
  today = asOf;
  readonly state = mkdtempSync(join(tmpdir(), "sg-"));
  private readonly scene: Scene;
  private serving: Serving | null = null;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  /** Where it listens. */
  get url(): string {
    return this.serving?.url ?? "";
  }

  /** Starts it, and waits until its search for missed pull requests is over. */
  async start(): Promise<this> {
    const { github } = this.scene;
    const settings = readSettings(
      { port: "0", state: this.state },
      {
        SCHEMA_GATE_WEBHOOK_SECRET: secret,
        SCHEMA_GATE_APP_ID: "7",
        SCHEMA_GATE_PRIVATE_KEY: privateKey,
        SCHEMA_GATE_API_URL: github.url,
        SCHEMA_GATE_FIRST_WAIT_MS: "1",
        SCHEMA_GATE_SECOND_MS: "1",
      },
    );
    const { apiUrl, appId } = settings;
    const credentials = { kind: "app", appId, privateKey } as const;
    const log = openLog("debug", [secret, privateKey], (line) => void this.lines.push(line));
    this.serving = await serve({
      settings,
      app: gitHubApp({ apiUrl, credentials, second: 1 }, checkCommits, () => this.today),
      log,
      now: Date.now,
      onBroken: (error) => {
        throw error;
      },
    });
    github.setHook(appId, { url: `${this.serving.url}/webhooks`, secret });
    await this.untilQuiet();
    return this;
  }

  /** Delivers one after the other, and waits until nothing is left to do; gives what was answered. */
  async deliver(...deliveries: readonly Delivery[]): Promise<readonly number[]> {
    const statuses: number[] = [];
    for (const delivery of deliveries) statuses.push(await this.scene.github.deliver(7, delivery));
    await this.untilQuiet();
    return statuses;
  }

  async stop(): Promise<void> {
    await this.serving?.stop();
    this.serving = null;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.state, { recursive: true });
  }

  /** Every comment on a pull request: who wrote it, its text, and the reactions to it. */
  async comments(number: number) {
    const octokit = new Octokit({ baseUrl: this.scene.github.url, auth: "job" });
    const place = { owner: "acme", repo: "views" };
    const { data } = await octokit.issues.listComments({ ...place, issue_number: number, per_page: 100 });
    return data.map(({ user, body = "", reactions }) => ({
      by: user?.login,
      body,
      reactions: (["+1", "-1", "confused"] as const).filter((sign) => (reactions?.[sign] ?? 0) > 0),
    }));
  }

  private async untilQuiet(): Promise<void> {
    const value = (text: string, name: string) => Number(new RegExp(`^${name} (.*)$`, "m").exec(text)?.[1]);
    for (;;) {
      const text = await (await fetch(`${this.serving?.url}/metrics`)).text();
      if (value(text, "schema_gate_searches_total") > 0 && value(text, "schema_gate_pending_jobs") === 0) return;
      // Each look makes the server measure all of itself.
      await wait(20);
    }
  }
}
