import { UserError } from "@schema-gate/contract";
import { attachSandbox } from "./attach-sandbox.js";
import { newestVersionHere, offersFor } from "./available-sandboxes.js";
import { inspectMachine } from "./machine.js";
import type { Offer } from "./offer.js";
import type { Sandbox, SandboxOptions } from "./sandbox.js";
import { serverName } from "./server/engine.js";
import type { PreparedServer } from "./server/server-launch.js";
import { startServer } from "./server/start-server.js";

/**
 * Provides a real Trino (or PrestoDB) without data: the server at `options.url`, else a container, else one put together from Maven
 * Central. What is started ends with this process at the latest.
 * Throws `UserError` of kind "unreachable" when there is none to be had, naming what stands in the way of each source, or
 * when it does not start, with the end of its log.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  if (options.url !== undefined) return await attachSandbox(options.url, options.version);
  const version = options.version ?? (await newestVersionHere());
  const tell = options.onProgress ?? (() => {});
  const server = await prepareFirst(version, await offersFor(version, await inspectMachine(process.env)), tell);
  tell(`Starting ${serverName(version)}.`);
  return await startServer(server, { port: options.port ?? null, longRunning: options.longRunning ?? false });
}

/** Prepares the server of the first source that can; a source that turns out to be unable leaves it to the next one. */
export async function prepareFirst(
  version: string,
  offers: readonly Offer[],
  tell: (sentence: string) => void,
): Promise<PreparedServer> {
  const reasons: string[] = [];
  for (const offer of offers) {
    if (!offer.provides) {
      reasons.push(`- ${offer.source}: ${offer.reason}`);
      continue;
    }
    if (offer.toFetch !== null) tell(`Fetching ${offer.toFetch}; this is done once.`);
    try {
      return await offer.prepare();
    } catch (error) {
      if (!(error instanceof UserError && error.kind === "unreachable")) throw error;
      reasons.push(`- ${offer.source}: ${error.message}`);
    }
  }
  const obstacles = reasons.join("\n");
  throw new UserError(
    "unreachable",
    `No ${serverName(version)} can be had here. Give the URL of one, or mend:\n${obstacles}`,
  );
}
