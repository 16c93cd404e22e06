import { distance } from "fastest-levenshtein";

/** The one of `allowed` that a misspelt name most likely means, or `null` when none is near. */
export function suggestName(name: string, allowed: readonly string[]): string | null {
  // The distance costs the product of both lengths, and nothing a person mistypes is this long.
  if (name.length > 100) return null;
  const ranked = allowed
    .map((candidate) => ({ candidate, steps: distance(fold(name), fold(candidate)) }))
    .sort((left, right) => left.steps - right.steps);
  const best = ranked[0];
  return best !== undefined && best.steps <= Math.ceil(best.candidate.length / 3) ? best.candidate : null;
}

/** The one of `known` that a name is but for letter case and word separators, or `null`: surely meant, and read by nobody. */
export function respelled(name: string, known: readonly string[]): string | null {
  return known.find((each) => fold(each) === fold(name)) ?? null;
}

/** Letter case and word separators are not what makes a name another one: `public_schemas` means `publicSchemas`. */
function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, "");
}
