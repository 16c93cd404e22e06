import { historyPath, type ViewName } from "@schema-gate/contract";

/** What the file systems of Linux, macOS and Windows give a file's name at most. */
const MAX_BYTES = 255;

/** Why no file can be named for a view and its history, or `null`: outside of `[a-z0-9_]` each byte of a name takes three in its file's name. */
export function unwritableName(view: ViewName): string | null {
  const [longest = ""] = historyPath(view)
    .split("/")
    .sort((one, other) => other.length - one.length);
  if (longest.length <= MAX_BYTES) return null;
  return `Its name is too long for a file: ${longest.length} bytes where ${MAX_BYTES} are possible. Publish it under a shorter name.`;
}
