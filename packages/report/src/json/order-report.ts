import type { ComparedSide, Counts, Covered, Location, Report, ReportFinding, UsedWaiver } from "../report.js";

/** Every key of a part, whatever is made of its value: forgetting one does not compile. */
type Ordered<Part> = Readonly<Record<keyof Part, unknown>>;

/** A report with its keys in the order of the format, whatever order they were made in; keys of our own are gone. */
export function orderReport({ formatVersion, verdict, compared, counts, findings }: Report): Ordered<Report> {
  const { before, after, policy, asOf, planned, changed, unchanged, covered } = compared;
  return {
    formatVersion,
    verdict,
    compared: {
      before: orderSide(before),
      after: orderSide(after),
      policy,
      asOf,
      planned,
      changed,
      unchanged,
      // Left out of the text when undefined.
      covered: covered && orderCovered(covered),
    } satisfies Ordered<Report["compared"]>,
    counts: orderCounts(counts),
    findings: findings.map(orderFinding),
  };
}

function orderSide({ kind, commit, digest, views }: ComparedSide): ComparedSide {
  return { kind, commit, digest, views };
}

function orderCovered({ schemas, unseen }: Covered): Covered {
  return { schemas, unseen };
}

function orderCounts({ breaking, risky, additive, neutral, policy, gate, waived }: Counts): Counts {
  return { breaking, risky, additive, neutral, policy, gate, waived };
}

function orderFinding(finding: ReportFinding): Ordered<ReportFinding> {
  const { id, rule, kind, impact, action, view, path, before, after, relation, lossless } = finding;
  const { breaks, message, remedy, witness, location, readers, queries, waiver } = finding;
  return {
    id,
    rule,
    kind,
    impact,
    action,
    view,
    path,
    before,
    after,
    // Left out of the text when undefined.
    relation,
    lossless,
    breaks,
    message,
    remedy,
    witness,
    location: location && orderLocation(location),
    readers,
    queries: queries && { known: queries.known, failing: queries.failing },
    waiver: waiver && orderWaiver(waiver),
  };
}

function orderLocation({ side, file, line, endLine }: Location): Location {
  return { side, file, line, endLine };
}

function orderWaiver({ file, owner, reason, ends }: UsedWaiver): UsedWaiver {
  return { file, owner, reason, ends };
}
