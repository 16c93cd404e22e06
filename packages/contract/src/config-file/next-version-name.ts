import { familyOf } from "./naming.js";
import { parseNamingPattern } from "./naming-pattern.js";

/**
 * What the version after a view is called: `_v3` after `_v2`, with as many zeros in front. A name without a version is
 * version 1 and gets the marker of the first pattern its successor fits whole, else of the first that tells its version.
 */
export function nextVersionName(name: string, patterns: readonly string[]): string {
  const { family, version } = familyOf(name, patterns);
  const next = String(version + 1);
  if (family !== name) return name.replace(/\d+$/, (digits) => next.padStart(digits.length, "0"));
  const candidates = patterns
    .map(parseNamingPattern)
    .flatMap((pattern) => (typeof pattern === "string" ? [] : [`${name}${pattern.marker}${next}`]))
    .map((candidate) => ({ candidate, read: familyOf(candidate, patterns) }))
    .filter(({ read }) => read.family === name && read.version === version + 1);
  const whole = candidates.find(({ read }) => read.entity !== null) ?? candidates[0];
  return whole?.candidate ?? `${name}_v${next}`;
}
