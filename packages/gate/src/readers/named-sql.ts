const word = /(?<![\w./-])sql(?![\w./-])/g;
/** In braces, which end a value; between them spaces as YAML has them, which are fewer than those of Unicode. */
const inBraces =
  /\{[ \t\r\n]*property:[ \t\r\n]+(["']?)sql\1[ \t\r\n]*,[ \t\r\n]*value:[ \t\r\n]+(["']?)(?<path>[\w./-]+)\2[ \t\r\n]*\}/;
/** In lines of one list item. What stands further right in the lines after it, blank ones or not, would belong to the value. */
const inLines =
  /^( *)-( +)property: +(["']?)sql\3 *\r?\n\1 \2value: +(["']?)(?<path>[\w./-]+)\4 *(?:\r?\n(?!(?:[ \t]*\r?\n)*\1 \2[ \t]+[^ \t\r\n])|(?![\s\S]))/m;

/**
 * The SQL file that the text of a contract names, without parsing it: parsing ten thousand contracts takes most of a minute.
 * `null` where it names none, `unclear` where only parsing tells.
 */
export function namedSql(text: string): { readonly path: string } | "unclear" | null {
  // An escape may spell anything.
  if (text.includes("\\")) return "unclear";
  const words = text.match(word) ?? [];
  if (words.length === 0) return null;
  const found = words.length === 1 ? (inBraces.exec(text) ?? inLines.exec(text)) : null;
  const path = found?.groups?.path;
  return path === undefined ? "unclear" : { path };
}
