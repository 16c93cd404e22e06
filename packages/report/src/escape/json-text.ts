import { invisible } from "./invisible.js";

const unseen = new RegExp(`[${invisible}]`, "gu");
const suspect = /[^\n\x20-\x7e]/;

/** JSON text in which every character that nobody sees is written as a `\u` escape; its meaning stays the same. */
export function visibleJson(json: string): string {
  return suspect.test(json) ? json.replace(unseen, escapeUnits) : json;
}

function escapeUnits(character: string): string {
  // By UTF-16 units, as JSON has no escape for a code point above U+FFFF.
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
