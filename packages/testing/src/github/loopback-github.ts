import { createServer } from "node:http";
import { documentedLimits, rateKeeper } from "./access/rate-limit.js";
import { addToken } from "./access/tokens.js";
import { type Acts, actsIn } from "./acts/acts.js";
import { type Answering, answerRequest, type RecordedRequest } from "./answer-request.js";
import { makeWorld } from "./make-world.js";
import type { LoopbackOptions, TokenOptions } from "./options.js";
import type { App, Installation, Permissions } from "./state/app.js";
import { repositoryNamed, timestamp, type World } from "./state/world.js";
import { deliver } from "./webhooks/deliver.js";
import type { Delivery } from "./webhooks/delivery.js";

/** A GitHub on loopback, for one test. */
export interface LoopbackGithub {
  /** Of the REST API, of the pages, and of git: `<url>/<owner>/<repo>.git`. No final slash. */
  readonly url: string;
  /** Every request so far, in the order they were answered. */
  readonly requests: readonly RecordedRequest[];
  /** What somebody does in a repository, by full name, and the deliveries GitHub would send of it. */
  in(fullName: string): Acts;
  addToken(token: string, whose: TokenOptions): void;
  /** Gives an app its address, or another. */
  setHook(app: number, hook: { readonly url: string; readonly secret: string }): void;
  /** Sends a delivery to an app by HTTP, signed, and logs it for the app to ask for; gives the status, 0 when nobody answered. */
  deliver(app: number, delivery: Delivery): Promise<number>;
  setPermissions(installation: number, permissions: Permissions): void;
  setSuspended(installation: number, suspended: boolean): void;
  /** What went wrong in the double itself so far: replies GitHub would not send, operations it does not have. They count no more. */
  takeProblems(): readonly string[];
  /** Ends it, and throws when problems are left: they would have made the test worthless. */
  close(): Promise<void>;
}

/** Starts a GitHub on a free port of 127.0.0.1. */
export async function startLoopbackGithub(options: LoopbackOptions): Promise<LoopbackGithub> {
  const world = makeWorld(options);
  const at: Answering = {
    world,
    rates: rateKeeper(world, {
      ...documentedLimits,
      writesPerMinute: Infinity,
      writesPerHour: Infinity,
      ...options.limits,
    }),
    faults: options.faults ?? (() => null),
    spoil: options.spoil ?? ((_, body) => body),
    requests: [],
    problems: [],
    seen: new Map(),
    total: 0,
  };
  const server = createServer((request, response) => {
    answerRequest(at, request, response).catch((error: unknown) => {
      at.problems.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // As with git: what a failed test leaves open must not keep the runner from ending.
  server.unref();
  server.on("connection", (socket) => socket.unref());
  const address = server.address();
  world.url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    for (const { git } of world.repositories.values()) git.close();
    if (at.problems.length > 0) throw new Error(`the loopback GitHub had problems:\n${at.problems.join("\n")}`);
  };
  return {
    url: world.url,
    requests: at.requests,
    ...steering(world),
    takeProblems: () => at.problems.splice(0),
    close,
  };
}

function steering(
  world: World,
): Pick<LoopbackGithub, "in" | "addToken" | "setHook" | "deliver" | "setPermissions" | "setSuspended"> {
  const app = (id: number): App => found(world.apps, id, "app");
  const installation = (id: number): Installation => found(world.installations, id, "installation");
  return {
    in: (fullName) => actsIn({ world, repository: repositoryNamed(world, fullName) }),
    addToken: (token, whose) => addToken(world, token, whose),
    setHook(id, hook) {
      app(id).hook = hook;
    },
    deliver: (id, delivery) => deliver(world, app(id), delivery),
    setPermissions(id, permissions) {
      installation(id).permissions = permissions;
    },
    setSuspended(id, suspended) {
      installation(id).suspendedAt = suspended ? timestamp(world) : null;
    },
  };
}

function found<T extends { readonly id: number }>(all: readonly T[], id: number, what: string): T {
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new Error(`the loopback GitHub has no ${what} ${id}`);
  return one;
}
