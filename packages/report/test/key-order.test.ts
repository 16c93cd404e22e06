import { expect, test } from "@jest/globals";
import type { Report } from "@schema-gate/report";
import { everyFormat } from "./every-format.js";
import { drifted } from "./sample-reports.js";

/** The same report with its keys the other way round, and keys of our own. */
function reversed(report: Report): Report {
  const turn = <Part extends object>(part: Part): Part =>
    Object.fromEntries(Object.entries({ ...part, ours: 1 }).reverse()) as Part;
  const { compared, counts, findings } = report;
  return turn({
    ...report,
    compared: turn({
      ...compared,
      before: turn(compared.before),
      after: turn(compared.after),
      ...(compared.covered && { covered: turn(compared.covered) }),
    }),
    counts: turn(counts),
    findings: findings.map((finding) => ({
      ...turn(finding),
      location: finding.location && turn(finding.location),
      waiver: finding.waiver && turn(finding.waiver),
    })),
  });
}

test.each(everyFormat)(
  "keys made in another order, and keys of our own, do not change the bytes of %s",
  (_, render) => {
    expect(render(reversed(drifted))).toBe(render(drifted));
  },
);
