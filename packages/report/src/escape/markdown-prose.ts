import { codeSpan } from "./code-span.js";

const letter =
  "A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u052f\\u3040-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7af";

/** Words, small numbers and the mark of what was left out, which mean nothing to Markdown or to GitHub. */
const plainWord = new RegExp(`^(?:[${letter}]+(?:['/-][${letter}]+)*|\\d{1,6}|…)$`);

/** What looks like a word but is linked: a commit, or the start of an address (also "cwww.", to be on the safe side). */
const linked = /(?<![a-z])[a-f]{7,}(?![a-z])|www/i;

const opening = `[("']*`;
const closing = `(?:[)"',.;?!]|:(?!:))*`;
const wordInSentence = new RegExp(`^(${opening})(.*?)(${closing})$`, "s");
const endOfWord = new RegExp(`(?:^| )${opening}$`);
const startOfWord = new RegExp(`^${closing}(?: |$)`);

/**
 * A sentence that holds strangers' names as Markdown: the `names` it is known to hold and everything else that is not
 * a plain word become code, the rest stays prose. Not for the start of a line, where `1.` begins a list.
 */
export function markdownProse(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)]
    .filter((name) => name !== "")
    .sort((left, right) => right.length - left.length);
  return markNames(text, longestFirst);
}

function markNames(text: string, names: readonly string[]): string {
  const [name, ...rest] = names;
  if (name === undefined) return text.split(" ").map(markWord).join(" ");
  return splitAtWhole(text, name)
    .map((part) => markNames(part, rest))
    .join(codeSpan(name));
}

function markWord(word: string): string {
  const [, before = "", inner = "", after = ""] = wordInSentence.exec(word) ?? [];
  if (inner === "" || (plainWord.test(inner) && !linked.test(inner))) return word;
  // The brackets of `decimal(10,2)` are its own, those of `(see above)` the sentence's.
  const own = Math.max(0, count(inner, "(") - count(inner, ")"));
  const taken = /^\)*/.exec(after)?.[0].slice(0, own).length ?? 0;
  return `${before}${codeSpan(inner + after.slice(0, taken))}${after.slice(taken)}`;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** `text` split where `name` stands as a word of its own: two neighbouring pieces of code would run together. */
function splitAtWhole(text: string, name: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (at < start || !endOfWord.test(text.slice(start, at)) || !startOfWord.test(text.slice(end))) continue;
    parts.push(text.slice(start, at));
    start = end;
  }
  return [...parts, text.slice(start)];
}
