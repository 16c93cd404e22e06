const START = "[@dag-eval";
const END = "@]";

/**
 * A job configuration as JSON: a variable within a text stays there as it is written, one that stands for a whole value
 * becomes a text that holds it. What the variable hides (quotes, line ends) is escaped; lines are kept. Or a sentence part with
 * the offset where it cannot be told.
 */
export function fillVariables(template: string): string | { readonly offset: number; readonly reason: string } {
  let json = "";
  let inString = false;
  for (let at = 0; at < template.length; ) {
    if (template.startsWith(START, at)) {
      const end = template.indexOf(END, at);
      if (end < 0) return { offset: at, reason: `${START} is not closed by ${END}` };
      const written = template.slice(at, end + END.length);
      const escaped = JSON.stringify(written.replace(/\s+/g, " ")).slice(1, -1);
      json += (inString ? escaped : `"${escaped}"`) + (inString ? "" : "\n".repeat(written.split("\n").length - 1));
      at = end + END.length;
      continue;
    }
    if (/^\{[%#]/.test(template.slice(at, at + 2)) && !inString) {
      return { offset: at, reason: "a block of the template can only be read when the job runs" };
    }
    const character = template[at] ?? "";
    // An escape within a text is two characters, the second of which may be a quote.
    const piece = inString && character === "\\" ? template.slice(at, at + 2) : character;
    if (character === '"') inString = !inString;
    json += piece;
    at += piece.length;
  }
  return json;
}
