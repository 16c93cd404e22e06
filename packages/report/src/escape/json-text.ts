import { invisible } from "./invisible.js";

const suspect = /[^\n\x20-\x7e]|##/;
const hostile = new RegExp(`[${invisible}]|(?<=#)#`, "gu");

/**
 * JSON text in which every character that nobody sees is written as a `\u` escape, and so is what log readers take for a
 * command wherever it stands in a line (`##[group]`, `##vso[`); its meaning stays the same.
 */
export function visibleJson(json: string): string {
  return suspect.test(json) ? json.replace(hostile, escapeUnits) : json;
}

function escapeUnits(character: string): string {
  // By UTF-16 units, as JSON has no escape for a code point above U+FFFF.
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
