import type { WaiverFile } from "../policy/policy.js";
import type { ChangedPolicy } from "../policy/policy-edits.js";
import type { Side } from "../sides/side.js";
import type { EditedHistory } from "./edited-histories.js";

/** What is judged: what a commit, or a working tree over one, changed since it left the base. */
export interface Change {
  /** What it was made on; where it left the base is found from here. */
  readonly commit: string;
  /** What stands there now; `committed` is the side of the commit it left the base at. */
  side(left: string, committed: Promise<Side>): Promise<Side>;
  /** What it made of the histories that stood there. */
  histories(left: string): Promise<readonly EditedHistory[]>;
  /** What it holds of the policy. */
  policy(left: string): Promise<ChangedPolicy>;
  /** Throws a UserError where queries that it registers cannot be read. */
  requireReaders(left: string): Promise<void>;
  /** Its own waivers. Throws a UserError where its configuration or waivers cannot be read. */
  waivers(): Promise<readonly WaiverFile[]>;
}
