import { afterEach } from "@jest/globals";
import type { Profile } from "@schema-gate/contract";
import type { Clock } from "../trino/clock.js";
import { openTrino } from "../trino/open-trino.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { aProfile } from "./a-profile.js";
import { type Reply, type StatementDouble, startStatementDouble } from "./statement-double.js";

/** A clock that never moves by itself. */
export interface StoppedClock extends Clock {
  /** The pauses, in milliseconds, that were wished for; none is made. */
  readonly waits: readonly number[];
  /** The timers set, by their milliseconds; calling one makes it fire. */
  readonly timers: ReadonlyMap<number, () => void>;
}

/** A double and a port opened on it, whose clock stands still. */
export interface Talk extends StatementDouble {
  readonly port: TrinoPort;
  readonly clock: StoppedClock;
}

/** Makes a clock that stands still. */
export function stoppedClock(): StoppedClock {
  const waits: number[] = [];
  const timers = new Map<number, () => void>();
  return {
    waits,
    timers,
    wait: async (milliseconds) => void waits.push(milliseconds),
    after: (milliseconds, run) => {
      timers.set(milliseconds, run);
      return () => timers.delete(milliseconds);
    },
  };
}

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Starts a double that is closed after the test. */
export async function aDouble(script: (url: string) => readonly Reply[]): Promise<StatementDouble> {
  const double = await startStatementDouble(script);
  open.push(() => double.close());
  return double;
}

/** Opens a port on a double that answers from `script`; both are closed after the test. */
export async function talk(
  script: (url: string) => readonly Reply[],
  changes: Partial<Profile> = {},
  env: NodeJS.ProcessEnv = {},
): Promise<Talk> {
  const double = await aDouble(script);
  const clock = stoppedClock();
  const port = openTrino(aProfile(double.url, changes), env, { clock });
  open.push(() => port.close());
  return { ...double, port, clock };
}
