/** A foreign text as an error message may show it: bounded, and without control or direction characters. */
export function shown(text: string, limit = 300): string {
  const safe = text.replace(/\p{C}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return safe.length <= limit ? safe : `${safe.slice(0, limit)}…`;
}
