import { type Column, type Contract, nameLabel } from "@schema-gate/contract";

/** What is different between two states of a view, a line each; an absent view is `null`. */
export function describeStep(before: Contract | null, after: Contract | null): string[] {
  if (after === null) return ["view removed"];
  if (before === null) return [`view added, with ${count(after.columns.length, "column")}`];
  return [
    ...described("kind", before.kind, after.kind),
    ...described("security", before.security, after.security),
    ...described("comment", before.comment, after.comment),
    ...describeColumns(before.columns, after.columns),
    ...(before.definition === after.definition ? [] : ["definition: changed"]),
  ];
}

/** `1 change`, `2 changes`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

function described(what: string, before: string | boolean | null, after: string | boolean | null): string[] {
  return before === after ? [] : [`${what}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`];
}

function describeColumns(before: readonly Column[], after: readonly Column[]): string[] {
  const [were, are] = [byName(before), byName(after)];
  const removed = before.filter(({ name }) => !are.has(name));
  return [
    ...removed.map(({ name, type }) => `- ${nameLabel(name)} ${type}`),
    ...after.flatMap((column, index) => {
      const other = were.get(column.name);
      return other ? describeColumn(other, column) : [describeAdded(column, index, after)];
    }),
    ...(isReordered(before, after, were, are) ? ["columns: in another order"] : []),
  ];
}

function byName(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.map((column) => [column.name, column]));
}

function describeColumn(before: Column, after: Column): string[] {
  const label = nameLabel(after.name);
  return [
    ...(before.type === after.type ? [] : [`${label}: ${before.type} -> ${after.type}`]),
    ...described(`${label} nullable`, before.nullable, after.nullable),
    ...described(`${label} comment`, before.comment, after.comment),
  ];
}

function describeAdded({ name, type }: Column, index: number, columns: readonly Column[]): string {
  const above = columns[index - 1];
  const place = above ? `after ${nameLabel(above.name)}` : "first";
  return `+ ${nameLabel(name)} ${type}, ${place}`;
}

function isReordered(
  before: readonly Column[],
  after: readonly Column[],
  were: ReadonlyMap<string, Column>,
  are: ReadonlyMap<string, Column>,
): boolean {
  const survivors = after.filter(({ name }) => were.has(name));
  return before.filter(({ name }) => are.has(name)).some(({ name }, index) => survivors[index]?.name !== name);
}
