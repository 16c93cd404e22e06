import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../../../docs/pull-requests.md", import.meta.url), "utf8");

/** What stands in fences on the page, in order; `heading` is the one above. */
export const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
  language: match[1] ?? "",
  heading: [...text.slice(0, match.index).matchAll(/^## (.*)$/gm)].at(-1)?.[1] ?? "",
  text: match[2] ?? "",
}));

/** The text of a block, by the heading it stands under, counted from 0. */
export function block(heading: string, place = 0): string {
  const found = blocks.filter((each) => each.heading === heading)[place];
  if (found === undefined) throw new Error(`the page has no block ${place} under ${heading}`);
  return found.text;
}
