import type { App } from "../state/app.js";
import { timestamp, type World } from "../state/world.js";
import { type Delivery, signed } from "./delivery.js";

/** GitHub waits no longer for an answer. */
const patienceMilliseconds = 10_000;

/** Sends a delivery to the app's address and writes down in its log what came back; gives the status, 0 when nobody answered. */
export async function deliver(world: World, app: App, delivery: Delivery, redelivery = false): Promise<number> {
  if (app.hook === null) throw new Error(`the app ${app.slug} has no address for its deliveries`);
  const { headers, body } = signed(delivery, app.hook.secret);
  const statusCode = await post(app.hook.url, headers, body);
  const log = { id: world.nextId(), app, deliveredAt: timestamp(world), redelivery, statusCode };
  world.deliveries.push({ ...delivery, ...log });
  return statusCode;
}

async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
  try {
    const reply = await fetch(url, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    await reply.arrayBuffer();
    return reply.status;
  } catch (error) {
    // fetch says `TypeError` for every connection that failed, and `TimeoutError` when patience ended.
    const name: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "name") : null;
    if (name === "TypeError" || name === "TimeoutError") return 0;
    throw error;
  }
}
