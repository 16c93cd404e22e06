const piece = {
  space: /\s+|--[^\r\n]*|\/\*[\s\S]*?\*\//y,
  name: /[a-z_][a-z0-9_]*|[0-9][a-z0-9_]*|"(?:[^"]|"")*"/iy,
  string: /'(?:[^']|'')*'/y,
  sign: /[-=<>!+*/|,;()[\]?]/y,
} as const;

/**
 * Every dotted name a text of SQL may mean a table by, each by its parts in lower case: more than it reads, never less, and
 * found without parsing. `null` where the text is not plain SQL (a template, an unclosed quote), so that nothing can be said.
 */
export function namesWritten(text: string): readonly (readonly string[])[] | null {
  const names = new Map<string, readonly string[]>();
  let parts: string[] = [];
  let isAfterDot = false;
  let at = 0;
  const next = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const [found = null] = pattern.exec(text) ?? [];
    if (found !== null) at += found.length;
    return found;
  };
  const close = () => {
    if (parts.length > 0) names.set(parts.join("\0"), parts);
    parts = [];
    isAfterDot = false;
  };
  while (at < text.length) {
    if (next(piece.space) !== null) continue;
    const name = next(piece.name);
    if (name !== null) {
      if (!isAfterDot) close();
      parts.push(unquoted(name).toLowerCase());
      isAfterDot = false;
    } else if (text[at] === ".") {
      isAfterDot = true;
      at += 1;
    } else if (next(piece.string) === null && next(piece.sign) === null) return null;
    else close();
  }
  close();
  return [...names.values()];
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
