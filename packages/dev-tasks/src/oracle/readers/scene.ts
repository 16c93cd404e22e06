import type { Dice } from "../plan/dice.js";
import type { PlannedColumn, PlannedView } from "../plan/planned-view.js";
import { type Leaf, leavesOf } from "./leaves.js";

/** What a reader is made from: the view before, and what is known of the view after to ask where it hurts. */
export interface Scene {
  readonly dice: Dice;
  readonly before: PlannedView;
  /** `null` when the view goes. */
  readonly after: PlannedView | null;
}

export interface ReadLeaf {
  readonly column: PlannedColumn;
  readonly leaf: Leaf;
}

/** A scalar of the view before; mostly one that the view after has no longer, or has otherwise. */
export function pickLeaf({ dice, before, after }: Scene): ReadLeaf | null {
  const all = leavesIn(before);
  const kept = new Set(after ? leavesIn(after).map(leafKey) : []);
  const touched = all.filter((each) => !kept.has(leafKey(each)));
  const from = touched.length > 0 && dice.chance(85) ? touched : all;
  return from.length === 0 ? null : dice.pick(from);
}

function leavesIn({ columns }: PlannedView): ReadLeaf[] {
  return columns.flatMap((column) => leavesOf(column.shape).map((leaf) => ({ column, leaf })));
}

function leafKey({ column, leaf }: ReadLeaf): string {
  return `${column.name.toLowerCase()}${leaf.key}#${leaf.scalar.seed}`;
}

/** A column of the view before; mostly one that is not the same after. */
export function pickColumn(scene: Scene, test: (column: PlannedColumn) => boolean = () => true): PlannedColumn | null {
  const { dice, before, after } = scene;
  const all = before.columns.filter(test);
  const touched = all.filter((column) => !after?.columns.some((other) => isSame(column, other)));
  const from = touched.length > 0 && dice.chance(85) ? touched : all;
  return from.length === 0 ? null : dice.pick(from);
}

function isSame(one: PlannedColumn, other: PlannedColumn): boolean {
  return one.name === other.name && JSON.stringify(one.shape) === JSON.stringify(other.shape);
}

/** A name that only the view after has, as a reader's own table may have had it all along; else one that no view has. */
export function probeName({ dice, before, after }: Scene): string {
  const taken = new Set(before.columns.map(({ name }) => name.toLowerCase()));
  const fresh = (after?.columns ?? []).map(({ name }) => name).filter((name) => !taken.has(name.toLowerCase()));
  return fresh.length > 0 ? dice.pick(fresh) : "probe";
}
