import { type Rule, rules } from "@schema-gate/diff";
import type { ReportFinding } from "../report.js";

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export type Level = "error" | "warning" | "note";

/** How strong a finding is, by what the gate does about it. */
export function levelOf({ action }: ReportFinding): Level {
  if (action === "block") return "error";
  return action === "allow" ? "note" : "warning";
}

/** A rule as SARIF describes it; one that this version does not know is named only. `pages` is where the rules' pages stand. */
export function describeRule(id: string, pages: string | null): object {
  const rule = byId.get(id);
  const helpUri = pages === null ? {} : { helpUri: new URL(`${encodeURIComponent(id)}.md`, pages).href };
  if (rule === undefined) return { id, shortDescription: { text: id }, ...helpUri };
  const { title, why, kind, impact } = rule;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: helpLines(rule).join("\n"), markdown: helpLines(rule, "**").join("\n\n") },
    ...helpUri,
    defaultConfiguration: { level: defaultLevel(rule) },
    properties: { tags: [kind, ...(impact === null ? [] : [impact])] },
  };
}

function helpLines(rule: Rule, strong = ""): readonly string[] {
  const { id, why, remedy, policy } = rule;
  const name = (words: string) => `${strong}${words}:${strong}`;
  return [
    why,
    ...(typeof remedy === "string" ? [`${name("What to do")} ${remedy}`] : []),
    ...(policy === null ? [] : [`${name("Policy")} “${policy}”`]),
    `${name("More")} schema-diff explain ${id}`,
  ];
}

/** By the actions that hold where nobody configured others. */
function defaultLevel({ kind, impact }: Rule): Level {
  if (kind === "gate" || impact === "breaking") return "error";
  return impact === "additive" || impact === "neutral" ? "note" : "warning";
}
