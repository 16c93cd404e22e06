/**
 * A stranger's text as a block of code that nothing in it can end: GitHub reads no mentions, links or HTML in there. `info`
 * says of what language it is.
 */
export function fenced(text: string, info: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${info}\n${text.replace(/\n$/, "")}\n${fence}\n`;
}
