import { viewLabel, viewName, withLastKnown } from "@schema-gate/contract";
import { type Comparison, compare, type Finding, type ViewPair } from "@schema-gate/diff";
import { historyBeside } from "../sides/histories.js";
import type { Side, Sides } from "../sides/side.js";
import { withSqlParser } from "./sql-parser.js";

/** What is found of what comes from nowhere, and of the same where it is known what was there before. */
const changed: Readonly<Record<string, readonly string[]>> = {
  "description-added": ["description-changed"],
  "promise-stated": ["kind-changed", "security-changed"],
};

/** Views of which something is known again, and views of which something is not known any more. */
export interface UncertainPairs {
  readonly returning: readonly ViewPair[];
  readonly fading: readonly ViewPair[];
}

/**
 * The findings with what came back of a view compared with what its history knew last, as far as the side before has
 * histories: another text or definition is a change of the old one, however long there was none in between. What is not known
 * any more is compared by what the side after has added to the history, for nobody would be told of it later.
 */
export async function byLastKnown(
  { before, after }: Sides,
  { returning, fading }: UncertainPairs,
  findings: readonly Finding[],
  facts: Omit<Comparison, "pairs" | "compareDefinitions">,
): Promise<readonly Finding[]> {
  const pairs = joined(await toldPairs(before, returning), await fadedPairs({ before, after }, fading));
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
    const told = withLastKnown(pair.before, pair.after, historyBeside(entry, bytes));
    return told === pair.before ? [] : [{ ...pair, before: told }];
  });
}

/** A view of which one fact returns and another fades is compared by both. */
function joined(told: readonly ViewPair[], faded: readonly ViewPair[]): readonly ViewPair[] {
  const pairs = new Map(told.map((pair) => [keyOfPair(pair), pair]));
  for (const pair of faded) pairs.set(keyOfPair(pair), { ...pair, ...pairs.get(keyOfPair(pair)), after: pair.after });
  return [...pairs.values()];
}

function keyOfPair({ before }: ViewPair): string {
  return before ? viewLabel(before) : "";
}

/** The views as they are, with what they were last known to be by lines that the side before does not have. */
async function fadedPairs({ before, after }: Sides, fading: readonly ViewPair[]): Promise<readonly ViewPair[]> {
  const views = fading.flatMap(({ after: is }) => (is ? [viewName(is)] : []));
  if (views.length === 0 || !after.readHistories) return [];
  const [was, now] = await Promise.all([before.readHistories?.(views), after.readHistories(views)]);
  return fading.flatMap((pair) => {
    const label = keyOfPair(pair);
    const [bytes, entry] = [now.get(label), after.entries.get(label)];
    if (!pair.before || !pair.after || !bytes || !entry || was?.get(label)?.equals(bytes)) return [];
    const told = withLastKnown(pair.after, pair.before, historyBeside(entry, bytes));
    return told === pair.after ? [] : [{ ...pair, after: told }];
  });
}
