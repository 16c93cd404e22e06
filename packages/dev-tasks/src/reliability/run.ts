import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Dice, diceOf } from "../oracle/plan/dice.js";
import { type Life, live } from "./life.js";
import { onlookerAt } from "./onlooker.js";
import { type Post, Postman } from "./postman.js";
import { app, type Scene, startScene } from "./scene.js";
import { type ServerProcess, startServer } from "./server-process.js";
import { type Standing, whatStands } from "./what-stands.js";

/** What is run. */
export interface Plan {
  /** How many deliveries are sent, doubles and redeliveries among them. */
  readonly deliveries: number;
  /** How often the server is killed on the way. */
  readonly kills: number;
  readonly seed: number;
  /** Program and arguments of `schema-gate`. */
  readonly command: readonly [string, ...string[]];
  readonly onLine: (line: string) => void;
  readonly tell: (text: string) => void;
}

/** What came of it. */
export interface Result {
  readonly post: Post;
  readonly standing: Standing;
  readonly kills: number;
  /** Requests to GitHub, and how many failed in which way. */
  readonly requests: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Of the last stop, which was asked for. */
  readonly exitCode: number | null;
  readonly seconds: number;
}

/** Letters are sent so many at a time. */
const HANDS = 4;

/** Lets pull requests live, and the server die, until so many deliveries are sent; then looks at what stands. */
export async function run(plan: Plan): Promise<Result> {
  const started = performance.now();
  const dice = diceOf(plan.seed);
  const most = Math.max(5, Math.round(plan.deliveries / 20));
  const scene = await startScene(most, plan.seed);
  const state = mkdtempSync(join(tmpdir(), "sg-"));
  const start = () => startServer({ command: plan.command, env: environment(scene, state) }, plan.onLine);
  let server: ServerProcess | null = null;
  try {
    server = await start();
    const restart = async () => {
      await server?.kill();
      server = await start();
      return server;
    };
    const { life, postman } = await sendAll(plan, { scene, dice, most, server, restart });
    await server.stop();
    scene.calm();
    server = await start();
    await untilQuiet(server, plan.tell);
    const standing = await whatStands(life, postman.post, onlookerAt(scene), state);
    const exitCode = await server.stop();
    server = null;
    const seconds = (performance.now() - started) / 1000;
    return { post: postman.post, standing, kills: plan.kills, ...asked(scene), exitCode, seconds };
  } finally {
    await server?.kill();
    await scene.end();
    rmSync(state, { recursive: true });
  }
}

interface Sending {
  readonly scene: Scene;
  readonly dice: Dice;
  readonly most: number;
  readonly server: ServerProcess;
  readonly restart: () => Promise<ServerProcess>;
}

async function sendAll(plan: Plan, { scene, dice, most, server, restart }: Sending) {
  const life: Life = { pullRequests: [], comments: [] };
  const postman = new Postman(scene, dice);
  const onlooker = onlookerAt(scene);
  const address = ({ url }: ServerProcess) =>
    scene.github.setHook(app.id, { url: `${url}/webhooks`, secret: app.secret });
  address(server);
  const every = plan.deliveries / (plan.kills + 1);
  for (let kills = 0; postman.post.sent < plan.deliveries || postman.waiting > 0; ) {
    while (postman.post.sent + postman.waiting < plan.deliveries && postman.waiting < 20)
      postman.take(await live(life, scene, onlooker, dice, most));
    const sending = Array.from({ length: HANDS }, () => postman.send());
    if (postman.post.sent >= every * (kills + 1) && kills < plan.kills) {
      kills += 1;
      plan.tell(`${postman.post.sent} deliveries sent, killing the server`);
      address(await restart());
    }
    await Promise.all(sending);
  }
  return { life, postman };
}

/** Waits until the search for missed pull requests is over and nothing is left to do. */
async function untilQuiet(server: ServerProcess, tell: (text: string) => void): Promise<void> {
  for (let round = 0; ; round++) {
    const searches = await server.metric("schema_gate_searches_total");
    const pending = await server.metric("schema_gate_pending_jobs");
    if (searches > 0 && pending === 0) return;
    if (round % 50 === 0) tell(`${pending} jobs to do`);
    await wait(200);
  }
}

function environment({ github, privateKey }: Scene, state: string): Readonly<Record<string, string>> {
  return {
    SCHEMA_GATE_WEBHOOK_SECRET: app.secret,
    SCHEMA_GATE_APP_ID: String(app.id),
    SCHEMA_GATE_PRIVATE_KEY: privateKey,
    SCHEMA_GATE_API_URL: github.url,
    SCHEMA_GATE_STATE: state,
    SCHEMA_GATE_FIRST_WAIT_MS: "50",
    SCHEMA_GATE_SECOND_MS: "5",
  };
}

function asked({ github }: Scene) {
  const faults: Record<string, number> = {};
  for (const { fault } of github.requests) if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1;
  return { requests: github.requests.length, faults };
}
