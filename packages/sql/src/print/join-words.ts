/** Words with the spaces people would put between them. */
export function joinWords(words: readonly string[]): string {
  let text = "";
  for (const [index, word] of words.entries()) {
    const last = words[index - 1] ?? "";
    const tight = index === 0 || /^[),.[\]]$/.test(word) || /^[([.]$/.test(last) || (word === "(" && isName(last));
    text += tight ? word : ` ${word}`;
  }
  return text;
}

/** A function or type before its arguments; keywords are upper case and stand apart. */
function isName(word: string): boolean {
  return (
    /^[a-z_][\w.]*$/.test(word) ||
    /^(CAST|TRY_CAST|EXTRACT|ROW|ARRAY|COALESCE|NULLIF|IF|TRY|LISTAGG|JSON_VALUE|JSON_QUERY|TRIM|GROUPING)$/.test(word)
  );
}
