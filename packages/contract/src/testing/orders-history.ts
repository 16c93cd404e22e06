import type { Contract } from "../contract.js";
import { nextLines } from "../history-file/next-lines.js";
import { parseHistory } from "../history-file/parse-history.js";
import { rebuildHistory } from "../history-file/rebuild-history.js";

export const view = { catalog: "c", schema: "s", name: "orders_v1" };
export const column = (name: string, type = "bigint") => ({ name, type, nullable: null, comment: null });
export const withColumns = (...names: string[]): Contract => ({
  ...view,
  kind: "view",
  security: "definer",
  comment: null,
  columns: names.map((name) => column(name)),
  definition: null,
});
export const file = "snapshots/c/s/orders_v1.history.jsonl";
export const read = (text: string) => rebuildHistory(parseHistory(Buffer.from(text), file), file, view);
export const takeItBack = "Take the file back as git has it, or delete it to begin anew.";

/** The history of a view that lost a column a day. */
function lines(): [string, string, string] {
  let history = "";
  let before: Contract | null = null;
  for (const [date, columns] of [
    ["2026-03-01", ["a", "b", "c"]],
    ["2026-03-05", ["a", "b"]],
    ["2026-03-09", ["a"]],
  ] as const) {
    const after = withColumns(...columns);
    history += nextLines(history === "" ? null : read(history), { before, after, verdict: "block", date });
    before = after;
  }
  const [one = "", two = "", three = ""] = history.split("\n");
  return [one, two, three];
}
export const [first, second, third] = lines();
