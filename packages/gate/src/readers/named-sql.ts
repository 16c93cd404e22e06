const word = /(?<![\w./-])sql(?![\w./-])/g;
const property =
  /property:\s*["']?sql["']?\s*[,\n]\s*value:\s*(["']?)([\w./-]+)\1\s*?(?:\}|\n(?=\s*(?:[-#}\]]|\w+:|$)))/;

/**
 * The SQL file that the text of a contract names, without parsing it: parsing ten thousand contracts takes most of a minute.
 * `null` where it names none, `unclear` where only parsing tells.
 */
export function namedSql(text: string): { readonly path: string } | "unclear" | null {
  // An escape may spell anything.
  if (text.includes("\\")) return "unclear";
  const words = text.match(word) ?? [];
  if (words.length === 0) return null;
  const path = words.length === 1 ? property.exec(text)?.[2] : undefined;
  return path === undefined ? "unclear" : { path };
}
