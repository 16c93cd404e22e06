import type { CompareDefinitions } from "@schema-gate/diff";

let loaded: CompareDefinitions | null = null;

/**
 * Runs a comparison, with Trino's parser only where two definitions differ: it takes a tenth of a second to load and most
 * comparisons do without. The one run that finds out is repeated.
 */
export async function withDefinitions<T>(run: (compareDefinitions: CompareDefinitions) => T): Promise<T> {
  if (loaded) return run(loaded);
  let needed = false;
  const result = run(() => {
    needed = true;
    return [];
  });
  if (!needed) return result;
  loaded = (await import("@schema-gate/sql")).compareDefinitions;
  return run(loaded);
}
