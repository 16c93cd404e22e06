/** The start of a text too long to be read, and how much is missing; types of a quarter million characters exist. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // A cut between the halves of a surrogate pair would show half a character.
  const half = /[\ud800-\udbff]/.test(text.charAt(longest - 1)) ? 1 : 0;
  const kept = text.slice(0, longest - half);
  return `${kept} … (${text.length - kept.length} more characters)`;
}

/** The first of many names, and how many are missing. */
export function listSome(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(", ")} and ${rest} more` : names.join(", ");
}
