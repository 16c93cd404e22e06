import {
  type Contract,
  HISTORY_ENDING,
  parseHistory,
  readLocated,
  rebuildHistory,
  type ViewName,
  viewLabel,
  withLastDescriptions,
} from "@schema-gate/contract";
import { type Comparison, compare, type Finding, type ViewPair } from "@schema-gate/diff";
import type { ReadViews, Side } from "../sides/side.js";

/** What is looked at once more: nothing was said right before. */
const ADDED = "description-added";

/**
 * The findings with each description that came back compared with the last one the history of its view knows, as far as the
 * side before has histories: another text is a change of the old one, however long nothing was said in between.
 */
export async function byLastDescriptions(
  before: Side,
  read: ReadViews,
  findings: readonly Finding[],
  facts: Omit<Comparison, "pairs" | "compareDefinitions">,
): Promise<readonly Finding[]> {
  const pairs = await toldBefore(before, read, findings);
  if (pairs.length === 0) return findings;
  const changed = compare({ ...facts, compareDefinitions: null, pairs }).filter(isDescriptionChanged);
  const found = new Map(changed.map((finding) => [placeOf(finding), finding]));
  return findings.map((finding) => {
    const other = finding.rule === ADDED ? found.get(placeOf(finding)) : undefined;
    return other ? { ...other, anchor: finding.anchor } : finding;
  });
}

function isDescriptionChanged({ rule, before, after }: Finding): boolean {
  return rule === "description-changed" && before !== null && after !== null;
}

function placeOf({ view, path, after }: Finding): string {
  return JSON.stringify([view && viewLabel(view), path, after]);
}

/** The views that got a description, as they were with those they had lost. */
async function toldBefore(before: Side, read: ReadViews, findings: readonly Finding[]): Promise<readonly ViewPair[]> {
  const views = new Map<string, ViewName>();
  for (const { rule, view } of findings) if (rule === ADDED && view) views.set(viewLabel(view), view);
  const histories = (await before.readHistories?.([...views.values()])) ?? new Map<string, Buffer>();
  return [...histories].flatMap(([label, bytes]) => {
    const [was, now, view] = [read.before.get(label), read.after.get(label), views.get(label)];
    if (!was || !now || !view) return [];
    const file = was.file.replace(/\.json$/, HISTORY_ENDING);
    const history = rebuildHistory(parseHistory(bytes, file), file, view);
    const pair: { before: Contract; after: Contract } = { before: readLocated(was), after: readLocated(now) };
    const told = withLastDescriptions(pair.before, pair.after, history);
    return told === pair.before ? [] : [{ before: told, after: pair.after }];
  });
}
