import { scanText } from "../syntax/parse-statement.js";

/** A token, or what stands in one pair of brackets, split at its commas. */
export type Part = string | Group;

export interface Group {
  readonly open: string;
  readonly items: readonly (readonly Part[])[];
}

/** The tokens of a canonical text as a tree of its brackets. */
export function nestedTokens(text: string): readonly Part[] {
  const open: { readonly group: Group; readonly items: Part[][] }[] = [];
  const whole: Part[][] = [[]];
  const itemsNow = () => open.at(-1)?.items ?? whole;
  for (const { text: token = "" } of scanText(text).tokens) {
    if (token === "(" || token === "[") {
      const items: Part[][] = [[]];
      const group = { open: token, items };
      itemsNow().at(-1)?.push(group);
      open.push({ group, items });
    } else if (token === ")" || token === "]") open.pop();
    else if (token === "," && open.length > 0) itemsNow().push([]);
    else if (token !== "<EOF>") itemsNow().at(-1)?.push(token);
  }
  return whole.flat();
}
