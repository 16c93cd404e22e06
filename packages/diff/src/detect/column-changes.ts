import { type Column, type Contract, nameLabel, printType, type TrinoType, type ViewName } from "@schema-gate/contract";
import type { Change } from "../change.js";
import type { Anchor } from "../finding.js";
import { deletionMarker } from "./deletion-marker.js";
import { type Facts, fact } from "./facts.js";
import { compareMembers, type MemberChanges, type MemberPair } from "./members.js";
import { columnPointer } from "./path.js";
import { readType } from "./read-type.js";
import { typeChanges } from "./type-changes.js";
import { UnreadableType } from "./unreadable-type.js";
import { descriptionChanges } from "./view-changes.js";

/** What differs between the columns of two contracts of one view. */
export function columnChanges(before: Contract, after: Contract, view: ViewName): Change[] {
  const members = compareColumns(before, after);
  return [
    ...keptColumns(before, after, members, view),
    ...members.renamed.map((pair) => renamedColumn(before, after, pair, view)),
    ...removedColumns(before, members, view),
    ...members.added.map((added) => addedColumn(before, after, added, view)),
    ...(members.reordered ? [reorderedColumns(before, after, members, view)] : []),
  ];
}

function compareColumns(before: Contract, after: Contract): MemberChanges {
  const sides = { before, after };
  return compareMembers(
    before.columns.map((column) => column.name),
    after.columns.map((column) => column.name),
    (side, index) => printType(typeOf(sides[side], side, index)),
  );
}

function typeOf(contract: Contract, side: "before" | "after", index: number): TrinoType {
  const { type } = columnAt(contract, index);
  try {
    return readType(type);
  } catch (error) {
    throw new UnreadableType(contract, side, index, error as Error);
  }
}

function columnAt(contract: Contract, index: number): Column {
  const column = contract.columns[index];
  if (!column) throw new Error(`no column ${index} in ${contract.name}`);
  return column;
}

/** Most columns of most views are the same on both sides: those cost one comparison and nothing else. */
function keptColumns(before: Contract, after: Contract, { partner }: MemberChanges, view: ViewName): Change[] {
  const changes: Change[] = [];
  for (let index = 0; index < partner.length; index++) {
    const at = partner[index] ?? -1;
    const from = before.columns[index];
    const to = after.columns[at];
    // Columns whose bytes are equal are one object, which need not even be parsed.
    if (!from || !to || from === to) continue;
    if (from.type === to.type && from.nullable === to.nullable && from.comment === to.comment) continue;
    changes.push(...keptColumn(before, after, { before: index, after: at }, view));
  }
  return changes;
}

function keptColumn(before: Contract, after: Contract, pair: MemberPair, view: ViewName): Change[] {
  const from = columnAt(before, pair.before);
  const to = columnAt(after, pair.after);
  const facts = { view, anchor: { side: "after", column: pair.after } satisfies Anchor };
  const types =
    from.type === to.type
      ? []
      : typeChanges(
          typeOf(before, "before", pair.before),
          typeOf(after, "after", pair.after),
          { column: to.name, steps: [] },
          facts,
        );
  const pointer = columnPointer(to.name);
  return [
    ...types,
    ...requiredChanges(from, to, facts, before.promises !== undefined && after.promises !== undefined),
    ...descriptionChanges(
      nameLabel(to.name),
      `${pointer}/comment`,
      from.comment,
      to.comment,
      `Column ${nameLabel(to.name)}`,
      facts,
    ),
  ];
}

/** A contract that says nothing any more of nulls has lost the promise that there are none; a snapshot does not know. */
function requiredChanges(from: Column, to: Column, facts: Facts, inContracts: boolean): Change[] {
  const isLost = inContracts && from.nullable === false && to.nullable === null;
  if (from.nullable === to.nullable || (to.nullable === null && !isLost)) return [];
  const text = (nullable: boolean | null) => (nullable === null ? null : nullable ? "nullable" : "required");
  const shared = {
    path: nameLabel(to.name),
    before: text(from.nullable),
    after: text(to.nullable),
    covers: [`${columnPointer(to.name)}/nullable`],
  };
  if (from.nullable === null) return [fact("promise-stated", facts, { ...shared, promise: shared.after ?? "" })];
  return [fact("required-changed", facts, { ...shared, name: to.name, required: to.nullable === false })];
}

function renamedColumn(before: Contract, after: Contract, pair: MemberPair, view: ViewName): Change {
  const from = columnAt(before, pair.before);
  const to = columnAt(after, pair.after);
  return fact(
    "column-renamed",
    { view, anchor: { side: "after", column: pair.after } },
    {
      path: nameLabel(from.name),
      before: from.name,
      after: to.name,
      covers: [columnPointer(from.name), columnPointer(to.name)],
      name: from.name,
      to: to.name,
      type: printType(typeOf(before, "before", pair.before)),
    },
  );
}

function removedColumns(before: Contract, members: MemberChanges, view: ViewName): Change[] {
  const above = survivorsAbove(members);
  return members.removed.map((index) => {
    const { name } = columnAt(before, index);
    const type = printType(typeOf(before, "before", index));
    const shared = { path: nameLabel(name), before: type, after: null, covers: [columnPointer(name)], name, type };
    return fact("column-removed", { view, anchor: { side: "after", column: above.get(index) ?? null } }, shared);
  });
}

/** Something removed is shown at its nearest surviving neighbour above: for each column removed where that stands after. */
function survivorsAbove({ partner, removed }: MemberChanges): Map<number, number | null> {
  const above = new Map<number, number | null>();
  const wanted = new Set(removed);
  let last: number | null = null;
  for (let at = 0; at < partner.length && above.size < wanted.size; at++) {
    if (wanted.has(at)) above.set(at, last);
    const after = partner[at] ?? -1;
    if (after >= 0) last = after;
  }
  return above;
}

function addedColumn(before: Contract, after: Contract, added: MemberChanges["added"][number], view: ViewName): Change {
  const { name } = columnAt(after, added.at);
  const type = printType(typeOf(after, "after", added.at));
  return fact(
    "column-added",
    { view, anchor: { side: "after", column: added.at } },
    {
      path: nameLabel(name),
      before: null,
      after: type,
      covers: [columnPointer(name)],
      name,
      type,
      inserted: added.inserted,
      marker: deletionMarker(name, before, after),
    },
  );
}

function reorderedColumns(before: Contract, after: Contract, members: MemberChanges, view: ViewName): Change {
  const names = before.columns.filter((_, index) => members.partner[index] !== -1).map((column) => column.name);
  const now = [...members.partner].filter((index) => index !== -1).sort((one, other) => one - other);
  return fact(
    "columns-reordered",
    { view, anchor: { side: "after", column: null } },
    {
      path: "",
      before: JSON.stringify(names),
      after: JSON.stringify(now.map((index) => columnAt(after, index).name)),
      covers: ["/order"],
      names,
    },
  );
}
