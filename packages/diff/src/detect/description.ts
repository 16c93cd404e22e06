/**
 * What of a description counts as its meaning: not letter case, white space, punctuation or Markdown. Signs that carry
 * meaning stay: `< 5` is not `> 5`, `-1` is not `1`, `1.5` is not `15`. `null` and an empty text are the same.
 */
export function descriptionMeaning(text: string | null): string | null {
  if (text === null) return null;
  const meaning = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/^[ \t]*>+/gm, " ")
    .replace(/[-.,:/](?=\d)|[%<>=+$€±≤≥≠]|[\p{P}\p{S}]/gu, (sign) => (/^[-.,:/%<>=+$€±≤≥≠]$/u.test(sign) ? sign : " "))
    .replace(/[-.,:/](?!\d)/g, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return meaning === "" ? null : meaning;
}
