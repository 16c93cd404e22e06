import { expect, test } from "@jest/globals";
import { renderMarkdown } from "@schema-gate/report";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { hostile, hostileReports } from "./hostile-reports.js";

const ours = /<\/?(?:h2|h3|p|ul|li|strong|code|blockquote)>|<a href="https:\/\/github\.com\/whole">|<\/a>/g;

function toHtml(markdown: string): string {
  // HTML is let through on purpose: it would show up as a tag that is not ours.
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** Tags that are not ours, and text outside of code that GitHub would turn into a link, a mention or an emoji. */
function liveParts(html: string): readonly string[] {
  const outside = html.replace(/<code>.*?<\/code>/gs, "");
  const tags = outside.replace(ours, "").match(/<[^>]*>?/g) ?? [];
  // The commits that were compared are ours to link.
  const text = outside.replace(/<[^>]*>/g, " ").replace("Compared git 111111111111", "Compared");
  return [...tags, ...(text.match(/@\w|#\d|\bGH-\d|\b[0-9a-f]{7,40}\b|:\/\/|www\.\S|:\w+:|\$\{|\$\w|\|/gi) ?? [])];
}

const link = "https://github.com/whole";
const lengths = [65_000, 9000, 4500, 700];

test("nothing in a hostile report comes to life, however much it is shortened", () => {
  for (const maxLength of lengths) expect(liveParts(toHtml(renderMarkdown(hostile, { maxLength, link })))).toEqual([]);
});

test("whatever strangers write, nothing of it comes to life", () => {
  fc.assert(
    fc.property(hostileReports, (report) => {
      const comments = new Set(lengths.map((maxLength) => renderMarkdown(report, { maxLength, link })));
      for (const comment of comments) expect(liveParts(toHtml(comment))).toEqual([]);
    }),
  );
});
