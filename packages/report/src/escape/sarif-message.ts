import { visibleText } from "./visible-text.js";

/** A stranger's text as a plain SARIF message, in which `[words](address)` would be a link. */
export function sarifMessage(text: string): string {
  return visibleText(text).replaceAll("](", "\\u{5d}(");
}
