import { configureGlobal } from "../../node_modules/fast-check/lib/fast-check.js";

/**
 * What tests get as `fast-check` (see jest.config.js): the library with one seed and one number of runs for every property, so that a
 * run can be repeated. Read only by the tests that import it. `PROPERTY_SEED` and `PROPERTY_RUNS` explore further.
 */
configureGlobal({ seed: whole("PROPERTY_SEED", 20261122), numRuns: whole("PROPERTY_RUNS", 500) });

function whole(variable, otherwise) {
  const text = process.env[variable];
  if (!text) return otherwise;
  if (!/^-?\d{1,10}$/.test(text)) throw new Error(`${variable} must be a whole number, it is ${text}`);
  return Number(text);
}

export * from "../../node_modules/fast-check/lib/fast-check.js";
export { default } from "../../node_modules/fast-check/lib/fast-check.js";
