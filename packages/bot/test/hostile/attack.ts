import type { Scene } from "../scene.js";
import { snapshot } from "../scene.js";
import type { RunningApp } from "../server/running-app.js";

/** Where an attack happens. `app` starts the app's server in front of the scene. */
export interface Field {
  readonly scene: Scene;
  readonly app: () => Promise<RunningApp>;
}

/** What is attacked: a pull request and the commit that is looked at. */
export interface Target {
  readonly number: number;
  readonly head: string;
  /** What deliveries were answered with. */
  readonly answered?: readonly number[];
}

/** What stands on GitHub when all is over, and nothing else may. */
export interface Standing {
  /** Of the commit, the newest first: `failure, 1 annotations: Block: 1 blocking finding`. */
  readonly checks: readonly string[];
  /** The titles of the newest check's annotations; all of them. */
  readonly annotations?: readonly string[];
  /** Who wrote each comment, its first line and the signs below it. */
  readonly comments: readonly string[];
  /** The headings and findings of our comment. */
  readonly lines?: readonly string[];
  readonly answered?: readonly number[];
  /** What GitHub was asked to get there, of what it gives an hour. */
  readonly asked?: Asked;
}

/** Requests of the REST API, and queries of the GraphQL API. */
export interface Asked {
  readonly requests: number;
  readonly queries: number;
}

/** One row of the table. */
export interface Attack {
  readonly what: string;
  /** What stands on `main` beside the scene's own files. */
  readonly before?: Readonly<Record<string, string>>;
  /** Does it, and has it judged. */
  readonly play: (field: Field) => Promise<Target>;
  readonly stands: Standing;
}

export const bot = "schema-gate[bot]";
export const broken = snapshot("tasks_v1", "task_id varchar");
/** What `broken` comes to, by itself. */
export const blocked: Standing = {
  checks: ["failure, 1 annotations: Block: 1 blocking finding"],
  comments: [`${bot}: ## Schema Gate: block, 1 blocking finding`],
};
export const unchecked: Standing = {
  checks: ["failure, 0 annotations: Could not check"],
  comments: [`${bot}: ## Schema Gate: could not check`],
};

/** Opens a pull request and has it judged. */
export async function opened({ scene }: Field, ...pull: Parameters<Scene["open"]>): Promise<Target> {
  const target = await scene.open(...pull);
  await scene.review(target.number);
  return target;
}
