import { type ViewName, viewLabel } from "@schema-gate/contract";

/** Sorts by view, by code units of the full name. */
export function sortedByName<Item>(items: readonly Item[], view: (item: Item) => ViewName): Item[] {
  const labelled = items.map((item) => ({ item, label: viewLabel(view(item)) }));
  return labelled.sort((one, other) => (one.label < other.label ? -1 : 1)).map(({ item }) => item);
}
