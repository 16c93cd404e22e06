import type { Contract } from "../contract.js";

/**
 * A view as live Trino shows it, with what its snapshot knows and this user may not see: with whose rights it reads. Unknown is
 * no change, and what is known is not forgotten because somebody with fewer rights looked.
 */
export function keepKnown(shown: Contract, snapshot: Contract | null): Contract {
  if (snapshot === null || shown.security !== null || shown.kind !== snapshot.kind) return shown;
  return { ...shown, security: snapshot.security };
}
