import { type Rule, rules } from "@schema-gate/diff";
import { markdownProse } from "../escape/markdown-prose.js";
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
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...helpUri,
    defaultConfiguration: { level: defaultLevel(rule) },
    properties: { tags: [kind, ...(impact === null ? [] : [impact])] },
  };
}

function helpText({ id, why, remedy, policy }: Rule): string {
  const toDo = typeof remedy === "string" ? [`What to do: ${remedy}`] : [];
  const enforced = policy === null ? [] : [`Policy: “${policy}”`];
  return [why, ...toDo, ...enforced, `More: schema-diff explain ${id}`].join("\n");
}

function helpMarkdown({ id, why, remedy, policy }: Rule): string {
  const toDo = typeof remedy === "string" ? [`**What to do:** ${markdownProse(remedy, [])}`] : [];
  const enforced = policy === null ? [] : [`**Policy:** “${policy}”`];
  return [markdownProse(why, []), ...toDo, ...enforced, `**More:** \`schema-diff explain ${id}\``].join("\n\n");
}

/** By the actions that hold where nobody configured others. */
function defaultLevel({ kind, impact }: Rule): Level {
  if (kind === "gate" || impact === "breaking") return "error";
  return impact === "additive" || impact === "neutral" ? "note" : "warning";
}
