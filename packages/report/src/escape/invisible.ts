/**
 * Characters a reader cannot see or that change how others are shown, as the inside of a character class for a regular
 * expression with the flag `u`. Written out instead of `\p{Cf}` so that the Unicode tables of an engine cannot change a report.
 * Control characters below U+0020 are left to the users of this table: JSON text holds line feeds of its own.
 */
export const invisible = [
  "\\u007f-\\u00a0", // delete, C1 controls, no-break space
  "\\u00ad\\u034f", // soft hyphen, grapheme joiner
  "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069", // direction marks, embeddings, overrides and isolates
  "\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0", // letters without ink
  "\\u1680\\u2000-\\u200d\\u202f\\u205f\\u3000", // other spaces, zero-width space and joiners
  "\\u180b-\\u180f\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}", // variation selectors
  "\\u2028\\u2029", // line and paragraph separators
  "\\u2060-\\u2065\\u206a-\\u206f\\ufeff\\ufff0-\\ufffb", // word joiner, invisible operators, byte order mark, annotations
  "\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}", // shorthand and musical controls, tags
  "\\ud800-\\udfff", // halves of a surrogate pair
].join("");
