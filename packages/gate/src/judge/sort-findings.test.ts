import { expect, test } from "@jest/globals";
import type { Impact } from "@schema-gate/diff";
import { gateFinding } from "./gate-finding.js";
import { sortFindings } from "./sort-findings.js";

const fact = { path: "", message: "", action: "warn", location: null } as const;

function finding(view: string | null, impact: Impact | null, path: string, rule: string) {
  return { ...gateFinding("waiver-unused", fact), view, impact, path, rule };
}

test("findings stand by view, impact, path and rule, by code units", () => {
  const sorted = [
    finding(null, null, "", "nothing-compared"),
    finding('"Z".s.v', "breaking", "", "a"),
    finding("a.s.v", "breaking", "B", "a"),
    finding("a.s.v", "breaking", "a", "a"),
    finding("a.s.v", "breaking", "a", "b"),
    finding("a.s.v", "breaking", "a.b", "a"),
    finding("a.s.v", "breaking", "ä", "a"),
    finding("a.s.v", "breaking", "\u{1f600}", "a"),
    finding("a.s.v", "breaking", "\u{fb01}", "a"),
    finding("a.s.v", "risky", "", "a"),
    finding("a.s.v", "additive", "", "a"),
    finding("a.s.v", "neutral", "", "a"),
    finding("a.s.v", null, "", "a"),
    finding("a.s.v_2", "breaking", "", "a"),
    finding("b.s.v", "neutral", "", "a"),
  ];
  expect(sortFindings([...sorted].reverse())).toEqual(sorted);
  expect(sortFindings([...sorted.slice(7), ...sorted.slice(0, 7)])).toEqual(sorted);
});
