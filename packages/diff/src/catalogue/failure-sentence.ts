import { viewLabel } from "@schema-gate/contract";
import type { Change } from "../change.js";

/** What became of a view that fails: `what` with `{view}` in it, Trino's reason, and the tables that made it. */
export function failureSentence(what: string): (change: Change<"view-failed">) => string {
  return ({ view, reason, causes }) => {
    const said = reason.replaceAll(/\s+/g, " ").replace(/\.$/, "");
    const cause = causes.length === 0 ? "" : ` What changed is ${causes.join(" or ")}.`;
    return `${what.replace("{view}", viewLabel(view))} Trino says: ${said}.${cause}`;
  };
}

/** The way back for a view that fails. */
export function failureRemedy({ causes }: Change<"view-failed">): string {
  const source = causes.length === 0 ? "what it reads" : causes.join(" or ");
  return `Put ${source} back as it was, or run the job of the view again if it still yields the promised columns.`;
}
