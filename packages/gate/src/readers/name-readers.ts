import { readLocated, type ViewName, viewName } from "@schema-gate/contract";
import type { KnownQueries, ReportFinding } from "@schema-gate/report";
import type { TableUse } from "@schema-gate/sql";
import type { Side } from "../sides/side.js";
import { type Effect, effectOn, strongest } from "./effect.js";
import { readersOfViews } from "./find-readers.js";
import { readerLabel, type ViewReader } from "./reader.js";
import type { ReaderSource } from "./reader-source.js";

/** Opens where readers are known from; asked only where a finding breaks or may break somebody. */
export type OpenReaders = () => Promise<ReaderSource | null>;

/** The findings, those that break or may break readers with the known readers they do it to. `before` tells the columns. */
export async function nameReaders(
  findings: readonly ReportFinding[],
  views: ReadonlyMap<string, ViewName>,
  before: Side,
  openReaders: OpenReaders,
): Promise<readonly ReportFinding[]> {
  const concerned = new Set(findings.filter(breaksReaders).map(({ view }) => view));
  const named = Array.from(views).filter(([label]) => concerned.has(label));
  if (named.length === 0) return findings;
  const source = await openReaders();
  if (source === null) return findings;
  const known = await readersOfViews(
    named.map(([, view]) => viewName(view)),
    source,
  );
  if (Array.from(known.values()).every((readers) => readers.length === 0)) return findings;
  const queried = named
    .map(([label]) => label)
    .filter((label) => known.get(label)?.some(({ kind }) => kind !== "team"));
  const columns = await columnsOf(queried, before);
  const judges = new Map(
    Array.from(known, ([label, readers]) => [label, new ReaderJudge(readers, columns.get(label))]),
  );
  const judged: ReportFinding[] = [];
  for (const finding of findings) {
    const judge = breaksReaders(finding) ? judges.get(finding.view ?? "") : undefined;
    judged.push(judge ? { ...finding, ...(await judge.judge(finding)) } : finding);
  }
  return judged;
}

function breaksReaders({ impact, view }: ReportFinding): boolean {
  return view !== null && (impact === "breaking" || impact === "risky");
}

/** The columns of views as their readers know them; a view without a snapshot may have more than its contract says. */
async function columnsOf(labels: readonly string[], before: Side): Promise<ReadonlyMap<string, readonly string[]>> {
  const views = await before.read(labels.filter((label) => before.entries.has(label)));
  return new Map(
    Array.from(views, ([label, located]) => [label, readLocated(located).columns.map(({ name }) => name)] as const),
  );
}

type Uses = readonly (TableUse | string)[];

/** Judges the readers of one view; what their queries take of it is told once. */
class ReaderJudge {
  private readonly readers: readonly ViewReader[];
  private readonly columns: readonly string[] | null;
  private readonly uses = new Map<ViewReader, Uses>();

  constructor(readers: readonly ViewReader[], columns: readonly string[] | undefined) {
    this.readers = readers;
    this.columns = columns ?? null;
  }

  async judge(finding: ReportFinding): Promise<Pick<ReportFinding, "readers"> & { readonly queries?: KnownQueries }> {
    const failing: string[] = [];
    const others: string[] = [];
    for (const reader of this.readers) {
      const effect = reader.kind === "team" ? teamEffect(finding) : await this.effect(finding, reader);
      if (effect === "fails") failing.push(readerLabel(reader));
      if (effect === "may") others.push(readerLabel(reader));
    }
    const known = this.readers.filter(({ kind }) => kind !== "team").length;
    const queries = known === 0 ? {} : { queries: { known, failing: failing.length } };
    return { readers: [...failing, ...others], ...queries };
  }

  private async effect(finding: ReportFinding, reader: ViewReader): Promise<Effect> {
    const uses = await this.usesOf(reader);
    const each = uses.map((use) => effectOn(finding, typeof use === "string" ? null : use, reader.kind === "view"));
    const effect = strongest(each);
    if (reader.doubt === null && uses.length > 0) return effect;
    // Whether it reads the view at all is not certain: neither is that it breaks, nor that it does not.
    return effectOn(finding, null, false) === "none" ? "none" : "may";
  }

  private async usesOf(reader: ViewReader): Promise<Uses> {
    const before = this.uses.get(reader);
    if (before) return before;
    const { tableUse } = await import("@schema-gate/sql");
    const uses = reader.statements.map(({ sql, isView }) => tableUse(sql, isView, this.columns));
    this.uses.set(reader, uses);
    return uses;
  }
}

/** Of a team nothing is known but that it reads the view. */
function teamEffect(finding: ReportFinding): Effect {
  return effectOn(finding, null, false) === "none" ? "none" : "may";
}
