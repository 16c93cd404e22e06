import { viewLabel } from "@schema-gate/contract";
import { type Earlier, findingId } from "@schema-gate/diff";
import type { LiveTrino } from "@schema-gate/gate";
import type { Report } from "@schema-gate/report";
import { lastLine, nextLine, type Series, type SeriesLine, since } from "@schema-gate/snapshot";

/** What the rules are told of earlier runs. */
export function earlierOf(last: SeriesLine | null): Earlier | null {
  if (last === null) return null;
  const { mostRows, oldestEver, measured } = last;
  const moments = Object.entries(measured?.oldest ?? {});
  const oldest = Object.fromEntries(moments.flatMap(([path, { time }]) => (time === null ? [] : [[path, time]])));
  return { mostRows, oldestEver, oldest };
}

/** The day since which a finding stands, `null` where this run is the first to find it. */
export function daySince(series: Series, asOf: string): (view: string, id: string) => string | null {
  return (view, id) => {
    const day = since(id, { asOf }, lastLine(series, view));
    return day === asOf ? null : day;
  };
}

/** The lines of this run. A view that could not be seen gets none: what was found of it last still stands. */
export function linesOfRun(series: Series, live: LiveTrino, report: Report): SeriesLine[] {
  const { asOf } = report.compared;
  const found = byView(report);
  const gone = live.gone.map((view) => ({ view, failure: null, measured: null, unmeasured: [] }));
  return [...live.views, ...gone].flatMap(({ view, failure, measured, unmeasured }) => {
    if (failure?.kind === "unseen") return [];
    const label = viewLabel(view);
    const findings = found.get(label) ?? [];
    const open = new Set(unmeasured.flatMap(({ path, promise }) => idsOf(view, path, promise)));
    const run = {
      view: label,
      asOf,
      measured,
      findings: findings.map(({ id }) => id),
      isShort: findings.some(({ rule }) => rule === "rows-vanished"),
      unlooked: (id: string) => open.has(id),
    };
    return [nextLine(run, lastLine(series, label))];
  });
}

function byView({ findings }: Report): ReadonlyMap<string | null, readonly Report["findings"][number][]> {
  const found = new Map<string | null, Report["findings"][number][]>();
  for (const finding of findings) {
    const known = found.get(finding.view);
    if (known) known.push(finding);
    else found.set(finding.view, [finding]);
  }
  return found;
}

const MEASURED_RULES = [
  "latency-missed",
  "retention-missed",
  "grain-doubled",
  "nulls-found",
  "deletion-marker-unused",
  "rows-vanished",
];

/** What may be found of a promise once it is measured again. */
function idsOf(view: Parameters<typeof findingId>[1], path: string, promise: string): string[] {
  return MEASURED_RULES.map((rule) => findingId(rule, view, path, promise, null));
}
