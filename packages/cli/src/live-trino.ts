import type { Profile } from "@schema-gate/contract";
import { visibleJson } from "@schema-gate/report";
import { openTrino, type TrinoPort } from "@schema-gate/snapshot";
import { pino } from "pino";
import type { Io } from "./io.js";

/** Runs work on a live Trino and lets go of it whatever happens. */
export async function withTrino<T>(
  profile: Profile,
  { env, cwd, err, onInterrupt }: Io,
  verbose: boolean,
  work: (port: TrinoPort) => Promise<T>,
): Promise<T> {
  // Lines are JSON and quote what the server sent, which must not steer the terminal.
  const lines = { write: (line: string) => err.write(visibleJson(line)) };
  const logger = pino({ level: verbose ? "debug" : "silent", base: null }, lines);
  const port = openTrino(profile, env, { logger, directory: cwd });
  // Closing cancels what runs on the server; the work then fails and says so.
  const takeBack = onInterrupt(() => void port.close());
  try {
    return await work(port);
  } finally {
    takeBack();
    await port.close();
  }
}
