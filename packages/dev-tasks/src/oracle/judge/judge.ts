import { type Contract, defaultConfig, type ViewName, viewLabel } from "@schema-gate/contract";
import { compare, comparisonNeeds, type Finding } from "@schema-gate/diff";
import { compareDefinitions } from "@schema-gate/sql";
import { type Observation, schemasOfObservations } from "../play/observation.js";

const today = "2026-11-22";

/** What the product finds between what stood there before and what stands there after. */
export function findingsOf({ before, after, released }: Observation): Finding[] {
  const byName = (contracts: readonly Contract[]) => new Map(contracts.map((each) => [viewLabel(each), each]));
  const [was, now] = [byName(before), byName(after)];
  const names = [...new Set([...was.keys(), ...now.keys()])];
  const patterns = defaultConfig.naming.patterns;
  const added = after.filter((view) => !was.has(viewLabel(view)));
  const removed = before.filter((view) => !now.has(viewLabel(view)));
  const { families, predecessors } = comparisonNeeds({ before, after, patterns }, added, removed);
  return compare({
    ...families,
    pairs: names.map((name) => ({ before: was.get(name) ?? null, after: now.get(name) ?? null })),
    predecessors: new Map(
      [...predecessors].flatMap(([label, view]) => {
        const contract = now.get(viewLabel(view));
        return contract ? [[label, contract] as const] : [];
      }),
    ),
    isPublic: ({ schema }: ViewName) => schema === schemasOfObservations.open,
    believed: {
      views: before,
      factsOf: (view) => {
        const label = viewLabel(view);
        return was.has(label) ? { hasSnapshot: true, stated: null, stoodSince: released[label] ?? null } : null;
      },
      hasHistory: false,
    },
    findView: (label) => now.get(label) ?? null,
    supportWindow: defaultConfig.supportWindow,
    losslessWidening: "breaking",
    loosenedFactor: defaultConfig.bounds.loosenedFactor,
    asOf: today,
    compareDefinitions,
  });
}
