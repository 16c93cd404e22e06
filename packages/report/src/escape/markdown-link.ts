/** A Markdown link to a page of ours; `words` are ours too. An address that is not http or https is a defect of the caller. */
export function markdownLink(words: string, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new RangeError("only http and https can be linked");
  // The URL class leaves characters alone that end a Markdown address or steer what is shown.
  const safe = url.href.replace(
    /[<>()[\]\\`|*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${words}](${safe})`;
}
