import { resolve } from "node:path";
import { UserError, type ViewName } from "@schema-gate/contract";
import { recordedViews } from "@schema-gate/snapshot";
import type { Io } from "./io.js";
import { findView } from "./known-views.js";

/** The view a person means among those that have a snapshot or a history, also where the view is gone. */
export async function findRecorded(said: string, snapshots: string, { cwd }: Io): Promise<ViewName> {
  const names = await recordedViews(resolve(cwd, snapshots));
  if (names.size > 0) return findView(said, { names });
  const text = `There is no snapshot in ${snapshots}/`;
  throw new UserError("usage", `${text}; run it where they stand, or take some with schema-diff snapshot.`);
}
