/** The snapshot format this version reads and writes. */
export const FORMAT_VERSION = 1;

/** What is wrong with the format version of a file, in words; `null` for ours, `undefined` stands for none. */
export function formatVersionProblem(version: unknown): string | null {
  if (version === FORMAT_VERSION) return null;
  const problem =
    version === undefined
      ? 'the key "formatVersion" is missing'
      : `formatVersion ${JSON.stringify(version)?.slice(0, 40)} is unknown`;
  return `${problem}; this version reads formatVersion ${FORMAT_VERSION}`;
}
