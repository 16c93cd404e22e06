import { availableSandboxes, type Sandbox, startSandbox } from "@schema-gate/sandbox";

/** The servers the suite runs on, and one sentence for each that could not be had. */
export interface StartedServers {
  readonly running: readonly { readonly version: string; readonly url: string }[];
  readonly missing: readonly { readonly version: string; readonly reason: string }[];
  stop(): Promise<void>;
}

/** Starts every version of Trino and PrestoDB that can be had here; what it cannot start it says, it never fails in silence. */
export async function startTestServers(): Promise<StartedServers> {
  const sandboxes: Sandbox[] = [];
  const missing: { version: string; reason: string }[] = [];
  for (const offer of await availableSandboxes()) {
    if (!offer.available) {
      missing.push({ version: offer.version, reason: offer.reasons.join("; ") });
      continue;
    }
    try {
      sandboxes.push(
        await startSandbox({ version: offer.version, onProgress: (text) => process.stderr.write(`${text}\n`) }),
      );
    } catch (error) {
      missing.push({ version: offer.version, reason: (error as Error).message });
    }
  }
  return {
    running: sandboxes.map(({ version, url }) => ({ version, url })),
    missing,
    stop: async () => {
      await Promise.all(sandboxes.map((sandbox) => sandbox.stop()));
    },
  };
}
