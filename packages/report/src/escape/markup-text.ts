import { visibleText } from "./visible-text.js";

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A stranger's text as XML 1.0, between tags or in a quoted attribute: what XML forbids is shown as `\u{…}`. */
export function xmlText(text: string): string {
  // Besides what nobody sees, XML has no U+FFFE and U+FFFF.
  const allowed = visibleText(text).replace(/[\ufffe\uffff]/g, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
  return escapeMarkup(allowed);
}

/** A stranger's text as HTML, between tags or in a quoted attribute. */
export function htmlText(text: string): string {
  return escapeMarkup(visibleText(text));
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? "");
}
