import {
  HISTORY_ENDING,
  parseHistory,
  rebuildHistory,
  viewLabel,
  viewName,
  withLastKnown,
} from "@schema-gate/contract";
import { type Comparison, compare, type Finding, type ViewPair } from "@schema-gate/diff";
import type { Side } from "../sides/side.js";
import { withSqlParser } from "./sql-parser.js";

/** What is found of what comes from nowhere, and of the same where it is known what was there before. */
const changed: Readonly<Record<string, readonly string[]>> = {
  "description-added": ["description-changed"],
  "promise-stated": ["kind-changed", "security-changed"],
};

/**
 * The findings with what came back of a view compared with what its history knew last, as far as the side before has
 * histories: another text or definition is a change of the old one, however long there was none in between.
 */
export async function byLastKnown(
  before: Side,
  returning: readonly ViewPair[],
  findings: readonly Finding[],
  facts: Omit<Comparison, "pairs" | "compareDefinitions">,
): Promise<readonly Finding[]> {
  const pairs = await toldPairs(before, returning);
  if (pairs.length === 0) return findings;
  const found = await withSqlParser(({ compareDefinitions }) => compare({ ...facts, compareDefinitions, pairs }));
  const known = new Set(findings.map(({ id }) => id));
  const fresh = new Map(
    found.filter(({ id }) => !known.has(id)).map((finding) => [keyOf(finding.rule, finding), finding]),
  );
  const kept = findings.map((finding) => {
    const key = changed[finding.rule]?.map((rule) => keyOf(rule, finding)).find((each) => fresh.has(each));
    const other = key === undefined ? undefined : fresh.get(key);
    if (key === undefined || !other) return finding;
    fresh.delete(key);
    return { ...other, anchor: finding.anchor };
  });
  return [...kept, ...fresh.values()];
}

function keyOf(rule: string, { view, path, after }: Finding): string {
  return JSON.stringify([rule, view && viewLabel(view), path, after]);
}

/** The views as they were, with what their histories knew last of what came back. */
async function toldPairs(before: Side, returning: readonly ViewPair[]): Promise<readonly ViewPair[]> {
  const pairs = new Map(returning.flatMap((pair) => (pair.before ? [[viewLabel(pair.before), pair] as const] : [])));
  const views = returning.flatMap(({ before: was }) => (was ? [viewName(was)] : []));
  const histories = (await before.readHistories?.(views)) ?? new Map<string, Buffer>();
  return [...histories].flatMap(([label, bytes]) => {
    const pair = pairs.get(label);
    const entry = before.entries.get(label);
    if (!pair?.before || !pair.after || !entry) return [];
    const file = entry.file.replace(/\.json$/, HISTORY_ENDING);
    const history = rebuildHistory(parseHistory(bytes, file), file, viewName(pair.before));
    const told = withLastKnown(pair.before, pair.after, history);
    return told === pair.before ? [] : [{ ...pair, before: told }];
  });
}
