import { UserError } from "@schema-gate/contract";
import { type Proof, type Rule, rules, type ShownProof, shownProofs } from "@schema-gate/diff";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";

/** `schema-diff explain <rule>`. */
export function explain(id: string, io: Io): ExitCode {
  const rule = rules.find((each) => each.id === id);
  if (!rule)
    throw new UserError(
      "usage",
      `There is no rule ${JSON.stringify(id)}.${suggestion(id)} schema-diff rules lists all.`,
    );
  io.out.write(`${describeRule(rule).join("\n")}\n`);
  return exitCodes.pass;
}

function describeRule(rule: Rule): string[] {
  const breaks = rule.breaks.length === 0 ? "nobody" : rule.breaks.join(", ");
  return [
    `${rule.title} (${rule.id})`,
    "",
    `  ${rule.why}`,
    "",
    ...(rule.kind === "change"
      ? [`  impact:  ${rule.impact}`, `  breaks:  ${breaks}`]
      : [`  kind:    ${rule.kind}`, `  when:    ${rule.scenario}`]),
    ...(rule.policy ? [`  policy:  ${rule.policy}`] : []),
    ...(typeof rule.remedy === "string" ? [`  remedy:  ${rule.remedy}`] : []),
    `  page:    docs/rules/${rule.id}.md`,
    ...(rule.kind === "change" ? describeProof(rule.proof) : []),
  ];
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
      `  ${category} ${isBroken ? "breaks" : "goes on"}`,
      ...indented(sql, 4),
      ...indented(`-> ${outcome}`, 4),
    ]),
  ];
}

function indented(text: string, spaces = 2): string[] {
  return text.split("\n").map((line) => " ".repeat(spaces) + line);
}

/** The ids that share the most words with what was asked for. */
function suggestion(id: string): string {
  const words = new Set(id.toLowerCase().split(/[^a-z]+/));
  const shared = (rule: Rule) => rule.id.split("-").filter((word) => words.has(word)).length;
  const most = Math.max(...rules.map(shared));
  if (most === 0) return "";
  const close = rules.filter((rule) => shared(rule) === most).slice(0, 3);
  return ` Did you mean ${close.map((rule) => rule.id).join(" or ")}?`;
}
