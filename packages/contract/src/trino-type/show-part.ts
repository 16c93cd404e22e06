const LONGEST_SHOWN = 24;

/**
 * What stands in `text` at `offset`, for a message: quoted and shortened. Types come from strangers: whatever is not
 * printable ASCII is shown as an escape, so that no message can be forged.
 */
export function showPart(text: string, offset: number): string {
  if (offset >= text.length) return "the end of the text";
  const part = JSON.stringify(text.slice(offset, offset + LONGEST_SHOWN));
  const escaped = part.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return escaped + (offset + LONGEST_SHOWN < text.length ? "…" : "");
}
