import type { Dice } from "../plan/dice.js";
import type { PlannedView } from "../plan/planned-view.js";

/** What an edit touched: a column by the name it had before, or `null` for the view as a whole. */
export interface Edited {
  readonly column: string | null;
}

/** Changes the view in place, or returns `null` where it has nothing to change. */
export type Edit = (dice: Dice, view: PlannedView) => Edited | null;

export const wholeView: Edited = { column: null };

/** An item that satisfies the test, or `null`. */
export function pickWhere<Item, Found extends Item>(
  dice: Dice,
  items: readonly Item[],
  test: (item: Item) => item is Found,
): Found | null;
export function pickWhere<Item>(dice: Dice, items: readonly Item[], test: (item: Item) => boolean): Item | null;
export function pickWhere<Item>(dice: Dice, items: readonly Item[], test: (item: Item) => boolean): Item | null {
  const found = items.filter(test);
  return found.length === 0 ? null : dice.pick(found);
}
