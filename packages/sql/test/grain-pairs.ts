import { readFileSync } from "node:fs";

/** A change of a definition with what it does to readers. */
export interface GrainPair {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** `columns` and `positional`: the columns tell; `value`: other values in the same rows and columns. */
  readonly truth: "row-count" | "columns" | "positional" | "additive" | "value" | "none";
  readonly cause: string | null;
}

/** The regression suite: 29 changes that tools for the purpose judge wrongly or do not explain. */
export const grainPairs: readonly GrainPair[] = JSON.parse(
  readFileSync(new URL("grain-pairs.json", import.meta.url), "utf8"),
).pairs;
