import type { SandboxSource } from "./sandbox.js";
import type { PreparedServer } from "./server/server-launch.js";

/** What one source says about one version: that it can provide it, or why not. */
export type Offer = Provision | Refusal;

export interface Provision {
  readonly source: SandboxSource;
  readonly provides: true;
  /** What has to be fetched first, for people; `null` when everything is here. */
  readonly toFetch: string | null;
  /** Fetches what is missing. */
  prepare(): Promise<PreparedServer>;
}

export interface Refusal {
  readonly source: SandboxSource;
  readonly provides: false;
  /** Why not, as a clause: "no Java 24 or newer was found". */
  readonly reason: string;
}
