import type { Finding, ReaderCategory } from "@schema-gate/diff";
import type { Observation } from "../play/observation.js";

/** A case with what the product found in it. */
export interface Judged {
  readonly observation: Observation;
  readonly findings: readonly Finding[];
}

/** A query whose answer changed and that no finding of its case speaks of. */
export interface Miss {
  readonly observation: Observation;
  readonly reader: Observation["readers"][number];
  readonly rules: readonly string[];
}

type Reader = Observation["readers"][number];

/** Readers that answered before; the others prove nothing. */
export function usableReaders({ readers }: Observation): Reader[] {
  return readers.filter(({ outcome }) => outcome !== "unusable");
}

export function isChanged({ outcome }: Reader): boolean {
  return outcome !== "same" && outcome !== "unusable";
}

/** The misses of a case by its findings, those of one rule left out where `without` names it. */
export function missesOf({ observation, findings }: Judged, without: string | null = null): Miss[] {
  const left = findings.filter(({ rule }) => rule !== without);
  const claimed = new Set(left.flatMap(({ breaks }) => breaks));
  return usableReaders(observation)
    .filter((reader) => isChanged(reader) && !reader.categories.some((category) => claimed.has(category)))
    .map((reader) => ({ observation, reader, rules: left.map(({ rule }) => rule) }));
}

/** Whether some query of the category showed another answer in the case. */
export function isWitnessed({ observation }: Judged, category: ReaderCategory): boolean {
  return usableReaders(observation).some((reader) => isChanged(reader) && reader.categories.includes(category));
}
