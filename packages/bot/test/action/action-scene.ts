import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { addPeriod } from "@schema-gate/contract";
import type { Delivery } from "@schema-gate/testing/github";
import { Scene, snapshot } from "../scene.js";
import { statusWaiver, statusWaiverFile } from "../status-waiver.js";
import type { Built } from "./build.js";
import { runStep, type StepContext, type StepRun } from "./step.js";

/** A change that takes a column away, and the waiver of what is found of it. */
export const broken = snapshot("tasks_v1", "task_id varchar");
export const waiver = {
  [statusWaiverFile]: statusWaiver({
    owner: "dana",
    reason: "Nobody reads it.",
    // The action goes by the day it runs.
    ends: addPeriod(new Date().toISOString().slice(0, 10), "P3M"),
  }),
};

/** A check as `Scene` shows it. */
export const check = (ended: string, title: string, annotations: number, by = "github-actions") => ({
  check: `${by}: schema-gate`,
  ended,
  title,
  annotations,
});
export const block = check("failure", "Block: 1 blocking finding", 1);
export const pass = check("success", "Pass: 0 blocking findings", 0);
export const said = "github-actions[bot]: ## Schema Gate: block, 1 blocking finding";

const author = { name: "eve", email: "eve@users.noreply.github.com" };
const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A scene in which the built action runs. */
export class ActionScene {
  readonly scene: Scene;
  private readonly built: Built;

  private constructor(scene: Scene, built: Built) {
    this.scene = scene;
    this.built = built;
  }

  static async start(built: Built): Promise<ActionScene> {
    return new ActionScene(await Scene.start(), built);
  }

  /** Runs the action on what GitHub tells; as the trusted workflow, where a pull request tells. */
  step({ event, payload }: Pick<Delivery, "event" | "payload">, more: Partial<StepContext> = {}): Promise<StepRun> {
    const trusted = event === "pull_request" ? "pull_request_target" : event;
    const { action } = this.built;
    const context = { action, apiUrl: this.scene.github.url, repository: "acme/views", payload, token: "job" };
    return runStep({ ...context, event: trusted, ...more });
  }

  /** Runs it on the end of the run that a review set off. */
  async afterReview(head: string, by: string): Promise<StepRun> {
    return this.step(
      await this.scene.acme.endRun({
        name: "Schema Gate reviews",
        path: ".github/workflows/schema-gate-reviews.yml",
        event: "pull_request_review",
        headSha: head,
        headBranch: "change",
        by,
      }),
    );
  }

  /** Opens a pull request off `main`; gives what GitHub tells of it. */
  async open(branch: string, files: Record<string, string>, base = "main") {
    const head = this.scene.bare.commit({ branch, from: "main", files, author });
    const { number, delivery } = await this.scene.acme.openPullRequest({ head: branch, author: "eve", base });
    return { number, head, delivery };
  }

  /** Commits to the branch of a pull request and pushes; gives the commit and what GitHub tells of the pull request. */
  async push(files: Record<string, string>) {
    const commit = this.scene.bare.commit({ branch: "next", from: "change", files, author });
    const told = await this.scene.acme.push({ branch: "change", commit, by: "eve" });
    const delivery = told.find(({ event }) => event === "pull_request");
    if (delivery === undefined) throw new Error("GitHub told nothing of the pull request");
    return { commit, delivery };
  }

  /** What comes of merging, by somebody whom the protection of the branch binds. */
  async merge(number: number): Promise<string> {
    this.scene.github.addToken("ada's", { user: "ada" });
    const octokit = new Octokit({ baseUrl: this.scene.github.url, auth: "ada's", log: silent });
    return octokit.pulls.merge({ owner: "acme", repo: "views", pull_number: number }).then(
      ({ data }) => data.message,
      (error: Error) => error.message.split(" - ")[0] ?? "",
    );
  }

  /** What `schema-diff check` prints of a commit in a clone. */
  async checkInClone(head: string, asOf: string, ...more: readonly string[]): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), "clone-"));
    try {
      execFileSync("git", ["clone", "--quiet", this.scene.bare.directory, folder]);
      const words = [this.built.cli, "check", "--base", "origin/main", "--head", head, "--as-of", asOf, ...more];
      return execFileSync(process.execPath, [...words, "--format", "json"], { cwd: folder, encoding: "utf8" });
    } catch (error) {
      return (error as { readonly stdout: string }).stdout;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
