import { UserError, type ViewName, viewLabel } from "@schema-gate/contract";

const MANY = 5;
const SHARE = 0.2;
const NAMED = 10;

/**
 * Refuses to believe that more than 5 views and more than 20 % of those committed are gone at once: that is how a
 * metastore in trouble looks. Of kind `unreachable`, because what Trino says is doubted, not how we were called;
 * `outcome` is what was not done about it.
 */
export function refuseSharpFall(committed: number, gone: readonly ViewName[], outcome = "written"): void {
  if (gone.length <= MANY || gone.length <= committed * SHARE) return;
  const names = gone.slice(0, NAMED).map(viewLabel).join(", ");
  const more = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : "";
  throw new UserError(
    "unreachable",
    `${gone.length} of ${committed} committed views seem gone from Trino at once: ${names}${more}. Nothing was ${outcome}, since ` +
      "that is how a catalogue in trouble looks. If they were really removed, run again with --accept-removals.",
  );
}
