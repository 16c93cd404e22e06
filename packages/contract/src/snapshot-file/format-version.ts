import { JsonTextError } from "../json-text/json-text-error.js";

/** The snapshot format this version reads and writes. */
export const FORMAT_VERSION = 1;

/** Refuses an object of another format with a sentence; `line` is where it starts. */
export function readFormatVersion(value: unknown, line: number): void {
  const version =
    typeof value === "object" && value !== null && "formatVersion" in value ? value.formatVersion : undefined;
  checkFormatVersion(version, line);
}

/** Refuses another format than ours with a sentence. */
export function checkFormatVersion(version: unknown, line: number): void {
  if (version === FORMAT_VERSION) return;
  const problem =
    version === undefined
      ? 'the key "formatVersion" is missing'
      : `formatVersion ${JSON.stringify(version)?.slice(0, 40)} is unknown`;
  throw new JsonTextError(`${problem}; this version reads formatVersion ${FORMAT_VERSION}`, line, null);
}
