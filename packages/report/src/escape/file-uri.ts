/**
 * A path as a URI reference: relative to the repository as the report names files, or `file:` where it is absolute. Nothing
 * in it is read as a scheme, host, query or fragment.
 */
export function fileUri(path: string): string {
  const segments = path.split("/").map((segment) => encodeURIComponent(wellFormed(segment)));
  return path.startsWith("/") ? `file://${segments.join("/")}` : segments.join("/");
}

/** Half a surrogate pair has no UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}
