import { type ViewName, viewLabel } from "@schema-gate/contract";

/** Sorts by view, by code units of the full name; items of one view keep their order. */
export function sortedByName<Item>(items: readonly Item[], view: (item: Item) => ViewName): Item[] {
  const labelled = items.map((item) => ({ item, label: viewLabel(view(item)) }));
  return labelled.sort((one, other) => compareTexts(one.label, other.label)).map(({ item }) => item);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
