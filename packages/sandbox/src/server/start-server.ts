import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { type KeptProcess, keepProcess } from "../keeper/kept-process.js";
import { lastLines } from "../last-lines.js";
import type { Sandbox } from "../sandbox.js";
import { engineOf, serverName } from "./engine.js";
import { freePort } from "./free-port.js";
import type { PreparedServer, ServerLaunch } from "./server-launch.js";
import { TEMPORARY } from "./temporary.js";
import { waitUntilReady } from "./wait-until-ready.js";

/** Far more than a start takes anywhere; only a server that hangs gets there. */
const startSeconds = 300;

/** How servers of all versions word that somebody took the port in the meantime. */
const portTaken = /Address already in use|Failed to bind/;

interface StartOptions {
  /** `null` for one that is free. */
  readonly port: number | null;
  readonly longRunning: boolean;
}

/** Starts a prepared server on loopback, on a free port unless one is asked for, and resolves once it answers queries. */
export async function startServer(server: PreparedServer, how: StartOptions, attempts = 3): Promise<Sandbox> {
  const { port, longRunning } = how;
  const place = await mkdtemp(join(tmpdir(), `schema-gate-${engineOf(server.version)}-${server.version}-`));
  const logFile = join(place, "server.log");
  await writeFile(logFile, "");
  try {
    return await startIn(join(place, "run"), logFile, server, { port: port ?? (await freePort()), longRunning });
  } catch (error) {
    const log = await readFile(logFile, "utf8");
    if (port === null && attempts > 1 && portTaken.test(log)) {
      await rm(place, { recursive: true });
      return await startServer(server, how, attempts - 1);
    }
    const reason = error instanceof Error ? error.message : String(error);
    const advice = `The end of its log, ${logFile}:\n${lastLines(log, 15)}`;
    throw new UserError("unreachable", `${serverName(server.version)} did not start: ${reason}. ${advice}`, {
      cause: error,
    });
  }
}

async function startIn(
  folder: string,
  logFile: string,
  server: PreparedServer,
  { port, longRunning }: { readonly port: number; readonly longRunning: boolean },
): Promise<Sandbox> {
  const launch = server.launch(port, folder, longRunning);
  await writeFiles(join(folder, "etc"), launch.files);
  await mkdir(join(folder, TEMPORARY));
  const kept = await keepProcess({ ...launch, folder, logFile });
  const url = `http://127.0.0.1:${port}`;
  try {
    const version = await waitUntilReady(url, kept.isRunning, startSeconds);
    const { pid, gone } = kept;
    const stop = async () => {
      await kept.stop();
      // Ended as it should: nobody will ask why.
      await rm(dirname(logFile), { recursive: true, force: true });
    };
    return { url, version, source: server.source, logFile, pid, gone, stop, kill: () => kill(kept, launch) };
  } catch (error) {
    await kept.stop();
    throw error;
  }
}

async function kill(kept: KeptProcess, launch: ServerLaunch): Promise<void> {
  if (launch.kill !== undefined && kept.isRunning()) await launch.kill();
  await kept.kill();
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
