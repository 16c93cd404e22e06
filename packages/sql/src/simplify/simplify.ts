import type { Block } from "../model/query.js";
import { mergeSubqueries } from "./merge-subqueries.js";
import { pruneJoins } from "./prune-joins.js";

/** The block in its simplest form: what provably gives the same rows is written in one way. */
export function simplify(block: Block): Block {
  return pruneJoins(mergeSubqueries(block));
}
