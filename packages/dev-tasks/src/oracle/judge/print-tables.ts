import type { CategoryRow } from "./category-table.js";
import type { RuleRow } from "./rule-table.js";
import type { Miss } from "./tally.js";

/** Both tables as Markdown. */
export function printTables(categories: readonly CategoryRow[], rules: readonly RuleRow[]): string {
  const without = rules.filter(({ cases }) => cases === 0).map(({ rule }) => `\`${rule}\``);
  return [
    "| readers | queries | answered otherwise | missed | cases claimed | of them unwitnessed |",
    "|---|---|---|---|---|---|",
    ...categories.map(
      ({ category, asked, changed, missed, claimed, unwitnessed }) =>
        `| ${category} | ${asked} | ${changed} | ${missed} | ${claimed} | ${unwitnessed} |`,
    ),
    "",
    "| rule | cases | of them witnessed, by category | missed without the rule |",
    "|---|---|---|---|",
    ...rules
      .filter(({ cases }) => cases > 0)
      .map(
        ({ rule, cases, witnessed, missedWithout }) =>
          `| \`${rule}\` | ${cases} | ${witnessed.map(([category, count]) => `${category} ${count}`).join(", ") || "claims nothing"} | ${missedWithout} |`,
      ),
    ...(without.length > 0 ? ["", `Rules that found nothing in any case: ${without.join(", ")}.`] : []),
    "",
  ].join("\n");
}

/** One miss as a line for people: the case can be planned again from its seed. */
export function printMiss({ observation, reader, rules }: Miss): string {
  const found = rules.length > 0 ? rules.join(", ") : "nothing";
  return `case ${observation.seed} (${observation.edits.join(", ")}): ${reader.categories.join("/")} ${reader.outcome}: ${reader.sql} [found: ${found}]`;
}
