/** How long to wait after failures, in milliseconds. */
export interface BackOff {
  /** After the first failure; twice as long after each other one. */
  readonly first: number;
  readonly longest: number;
  /** After so many tries the check is concluded "could not check". */
  readonly tries: number;
}

/** 15 s, 30 s, 1 min, 2 min, 4 min; a quarter of an hour between two attempts to say that it could not be checked. */
export const defaultBackOff: BackOff = { first: 15_000, longest: 15 * 60_000, tries: 6 };

/** How long to wait after the so-many-th failure. */
export function waitAfter(tries: number, { first, longest }: BackOff): number {
  return Math.min(longest, first * 2 ** Math.min(tries - 1, 30));
}
