import { rules } from "@schema-gate/diff";
import { type ReportFinding, readersPhrase, shorten, visibleText } from "@schema-gate/report";
import type { Judgement } from "../../judge/judgement.js";
import { fenced } from "./fenced.js";
import { findFinding } from "./find-finding.js";

/** Comments are cut off by GitHub at 65,536 characters; nobody reads nearly as many. */
const LONGEST_VALUE = 2000;

/** Answers `/schema-gate explain <finding or rule>`. */
export function explainAnswer(id: string, judged: Judgement): string {
  const rule = rules.find((each) => each.id === id);
  if (rule) return fenced(lines(ruleFacts(rule.id)), "text");
  const finding = findFinding(id, judged);
  if (typeof finding === "string") return finding;
  return fenced(lines([...findingFacts(finding), ...ruleFacts(finding.rule)]), "text");
}

type Fact = readonly [label: string, value: string | null];

function findingFacts(finding: ReportFinding): readonly Fact[] {
  const { view, path, before, after, message, remedy, witness, impact, action, waiver } = finding;
  return [
    ["finding", finding.id],
    ["view", view],
    ["path", path === "" ? null : path],
    ["what", message],
    ["before", before],
    ["after", after],
    ["impact", impact],
    ["action", action],
    ["waived", waiver === null ? null : `by ${waiver.file} until ${waiver.ends}`],
    ["example", witness],
    ["remedy", remedy === "" ? null : remedy],
  ];
}

function ruleFacts(id: string): readonly Fact[] {
  const rule = rules.find((each) => each.id === id);
  if (!rule) return [["rule", id]];
  const breaks = rule.kind === "change" && rule.breaks.length > 0 ? readersPhrase(rule.breaks) : null;
  return [
    ["rule", rule.id],
    ["means", rule.title],
    ["why", rule.why],
    ["for whom", breaks],
    ["policy", rule.policy ? `the paragraph “${rule.policy}”` : null],
  ];
}

function lines(facts: readonly Fact[]): string {
  return facts
    .flatMap(([label, value]) =>
      value === null ? [] : [`${`${label}:`.padEnd(10)}${shorten(visibleText(value), LONGEST_VALUE)}`],
    )
    .join("\n");
}
