/** Characters; what nobody would type, and pasting more than that into an answer is a mistake. */
const LONGEST = 1000;

/** What is wrong with the text of an answer to whatever question, as a sentence part; `null` if nothing is. */
export function answerTextProblem(answer: string): string | null {
  if (answer.length > LONGEST) return `must not be longer than ${LONGEST} characters`;
  // Control and format characters, halves of pairs, line and paragraph separators: what nobody sees, and what steers terminals.
  const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(answer)?.[0];
  if (unseen === undefined) return null;
  return `must be one line of text, without characters that nobody sees (U+${codeOf(unseen)})`;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
