/**
 * Breaks a line at spaces so that it fits `width` columns; the rest is indented by `indent`. A word longer than that
 * stays whole: a path or query cut in two could not be copied.
 */
export function wrap(line: string, width: number, indent: number): string {
  if (line.length <= width) return line;
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    // Neither the indentation nor a label in its place is where a line breaks.
    const before = rest.lastIndexOf(" ", width);
    const at = before > indent ? before : rest.indexOf(" ", Math.max(width, indent + 1));
    if (at < 0) break;
    lines.push(rest.slice(0, at));
    rest = " ".repeat(indent) + rest.slice(at + 1);
  }
  return [...lines, rest].join("\n");
}
