import { type Config, linesOfPromise, nameLabel, viewLabel, viewName } from "@schema-gate/contract";
import type { Covered, ReportFinding } from "@schema-gate/report";
import { gateFinding } from "../judge/gate-finding.js";
import type { Committed } from "./committed.js";
import type { LiveTrino } from "./live-trino.js";

/** What was not looked at, as findings of the gate: neither unseen views nor unmeasured promises ever look green. */
export function unlookedFindings(live: LiveTrino, committed: Committed, config: Config): ReportFinding[] {
  return [...unseenViews(live, committed, config), ...unmeasuredPromises(live, committed, config)];
}

/** Which views the report knows of: whoever reads it must not take one that nobody saw for one that is in order. */
export function coverage(live: LiveTrino): Covered {
  const schemas = live.schemas.map(({ catalog, schema }) => `${nameLabel(catalog)}.${nameLabel(schema)}`);
  const unseen = notSeen(live).map(({ view }) => viewLabel(view));
  return { schemas: [...new Set(schemas)].sort(), unseen: unseen.sort() };
}

function notSeen({ views, unseen }: LiveTrino): LiveTrino["unseen"] {
  const failing = views.flatMap(({ view, failure }) => {
    return failure?.kind === "unseen" ? [{ view, reason: failure.reason }] : [];
  });
  return [...failing, ...unseen];
}

function unseenViews(live: LiveTrino, committed: Committed, { actions }: Config): ReportFinding[] {
  return notSeen(live).map(({ view, reason }) => {
    const message = `View ${viewLabel(view)} cannot be seen. ${sentence(reason)}`;
    const location = locationOf(committed, viewLabel(view), "");
    return gateFinding("view-unseen", { view: viewName(view), path: "", message, action: actions.gate, location });
  });
}

/** What can never be measured is said each night; only what could have been keeps the night from being green. */
function unmeasuredPromises(live: LiveTrino, committed: Committed, { actions }: Config): ReportFinding[] {
  return live.views.flatMap(({ view, unmeasured }) =>
    unmeasured.map(({ path, promise, reason, isLasting }) =>
      gateFinding("promise-unmeasured", {
        view: viewName(view),
        path,
        before: promise,
        message: `The promise of ${promise} was not measured. ${sentence(reason)}`,
        action: isLasting ? "warn" : actions.gate,
        location: locationOf(committed, viewLabel(view), path),
      }),
    ),
  );
}

function locationOf({ contracts }: Committed, label: string, path: string): ReportFinding["location"] {
  const file = contracts.get(label);
  return file ? { side: "before", file: file.file, ...linesOfPromise(file, path) } : null;
}

function sentence(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  return /[.!?…]$/.test(flat) ? flat : `${flat}.`;
}
