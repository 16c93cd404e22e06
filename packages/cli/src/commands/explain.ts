import { UserError } from "@schema-gate/contract";
import { type Rule, rules } from "@schema-gate/diff";
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
  ];
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
