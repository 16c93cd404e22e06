import { suggestName, UserError } from "@schema-gate/contract";
import { loadRules, type Proof, type Rule, type ShownProof, shownProofs } from "@schema-gate/diff";
import { readersPhrase } from "@schema-gate/report";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";

/** `schema-diff explain <rule>`. */
export async function explain(id: string, io: Io): Promise<ExitCode> {
  const rules = await loadRules();
  const rule = rules.find((each) => each.id === id);
  if (!rule)
    throw new UserError(
      "usage",
      `There is no rule ${JSON.stringify(id)}.${suggestion(id, rules)} schema-diff rules lists all.`,
    );
  io.out.write(`${describeRule(rule).join("\n")}\n`);
  return exitCodes.pass;
}

/** What rules say that name the view in their remedy. */
const nextVersion = "Leave the published version as it is and make the change in the next one (_v2 after _v1).";

function describeRule(rule: Rule): string[] {
  const remedy = typeof rule.remedy === "string" ? rule.remedy : nextVersion;
  return [
    `${rule.title} (${rule.id})`,
    "",
    `  ${rule.why}`,
    "",
    ...(rule.kind === "change" ? impactLines(rule) : [line("kind", rule.kind), line("when", rule.scenario)]),
    ...(rule.policy ? [line("policy", `the paragraph “${rule.policy}”`)] : []),
    line("remedy", remedy),
    ...(rule.kind === "change" ? describeProof(rule.proof) : []),
  ];
}

/** Readers in the words of the report, not in those of its format. */
function impactLines({ impact, milder = [], breaks }: Extract<Rule, { kind: "change" }>): string[] {
  const readers = breaks.length === 0 ? "nobody" : readersPhrase(breaks);
  return [
    line("impact", impact),
    ...milder.map((each) => line("milder", `${each.impact} where ${each.when}`)),
    line(impact === "breaking" || breaks.length === 0 ? "breaks" : "may break", readers),
  ];
}

function line(label: string, text: string): string {
  return `  ${`${label}:`.padEnd(11)}${text}`;
}

/** The readers' queries with what real Trino said to them, as the tests ran them. */
function describeProof(proof: Proof): string[] {
  if ("scenario" in proof) return ["", "Scenario", "", ...indented(proof.scenario)];
  return shownProofs(proof).flatMap(describeCase);
}

function describeCase({ when, before, after, readers }: ShownProof): string[] {
  return [
    "",
    `Proof${when ? ` when ${when}` : ""}, run on real Trino by the tests`,
    "",
    "  before",
    ...indented(before, 4),
    "  after",
    ...indented(after, 4),
    ...readers.flatMap(({ category, isBroken, sql, outcome }) => [
      "",
      `  ${readersPhrase([category])} ${isBroken ? "break" : "go on"}`,
      ...indented(sql, 4),
      ...indented(`-> ${outcome}`, 4),
    ]),
  ];
}

function indented(text: string, spaces = 2): string[] {
  return text.split("\n").map((line) => " ".repeat(spaces) + line);
}

function suggestion(id: string, rules: readonly Rule[]): string {
  const close = suggestName(
    id,
    rules.map((rule) => rule.id),
  );
  return close === null ? "" : ` Did you mean ${close}?`;
}
