import { suggestName, UserError } from "@schema-gate/contract";
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

/** What rules say that name the view in their remedy. */
const nextVersion = "Leave the published version as it is and make the change in the next one (_v2 after _v1).";

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
    ...(rule.policy ? [`  policy:  the paragraph “${rule.policy}”`] : []),
    `  remedy:  ${typeof rule.remedy === "string" ? rule.remedy : nextVersion}`,
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

function suggestion(id: string): string {
  const close = suggestName(
    id,
    rules.map((rule) => rule.id),
  );
  return close === null ? "" : ` Did you mean ${close}?`;
}
