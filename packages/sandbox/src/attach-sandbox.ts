import { UserError } from "@schema-gate/contract";
import type { Sandbox } from "./sandbox.js";
import { serverName } from "./server/engine.js";
import { startedVersion } from "./server/wait-until-ready.js";

/** Uses a server that somebody else runs. `expected` is the version it must have, if any will not do. */
export async function attachSandbox(givenUrl: string, expected?: string): Promise<Sandbox> {
  const url = givenUrl.replace(/\/+$/, "");
  const version = await startedVersion(url).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError("unreachable", `No Trino answers at ${url}: ${reason}. Is it running?`, { cause: error });
  });
  if (expected !== undefined && version !== expected && !version.startsWith(`${expected}-`)) {
    throw new UserError("usage", `The server at ${url} is ${serverName(version)}, not ${expected}.`);
  }
  return {
    url,
    version,
    source: "url",
    logFile: null,
    pid: null,
    gone: new Promise(() => {}),
    stop: async () => {},
    kill: async () => {
      throw new UserError("usage", `The server at ${url} was not started here and is not ours to kill.`);
    },
  };
}
