/** The end of a long output, for an error message: at most `count` lines, terminal colours removed. */
export function lastLines(text: string, count: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour sequences begin with the escape character.
  const plain = text.replace(/\u001b\[[0-9;]*m/g, "");
  const lines = plain.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(-count).join("\n");
}
