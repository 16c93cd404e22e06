/** The name that a file or folder is named for, percent-encoded; `null` for what no name is encoded as. */
export function decodeName(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
