import type { Profile } from "@schema-gate/contract";
import { openTrino, type TrinoPort } from "@schema-gate/snapshot";
import { pino } from "pino";
import type { Io } from "./io.js";

/** Runs work on a live Trino and lets go of it whatever happens. */
export async function withTrino<T>(
  profile: Profile,
  { env, cwd, err }: Io,
  verbose: boolean,
  work: (port: TrinoPort) => Promise<T>,
): Promise<T> {
  const logger = pino({ level: verbose ? "debug" : "silent", base: null }, { write: (line) => err.write(line) });
  const port = openTrino(profile, env, { logger, directory: cwd });
  try {
    return await work(port);
  } finally {
    await port.close();
  }
}
