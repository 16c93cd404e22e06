import fc from "../../node_modules/fast-check/lib/fast-check.js";

/**
 * What tests get as `fast-check` (see jest.config.js): the library with one seed and one number of runs for every property, so that a
 * run can be repeated. Read only by the tests that import it. `PROPERTY_SEED` and `PROPERTY_RUNS` explore further.
 */
fc.configureGlobal({ seed: whole("PROPERTY_SEED", 20261122), numRuns: whole("PROPERTY_RUNS", 200) });

function whole(variable, otherwise) {
  const text = process.env[variable];
  if (!text) return otherwise;
  if (!/^-?\d{1,10}$/.test(text)) throw new Error(`${variable} must be a whole number, it is ${text}`);
  return Number(text);
}

const SURROGATES = { first: 0xd800, count: 0x800 };

/** Every character there is, in order. The library finds a character's place in a map of all 1.1 million: a second for every suite. */
const character = fc
  .nat({ max: 0x10ffff - SURROGATES.count })
  .map((place) => String.fromCodePoint(place < SURROGATES.first ? place : place + SURROGATES.count), placeOf);

function placeOf(text) {
  if (!/^[^\u{d800}-\u{dfff}]$/u.test(text)) throw new Error("not one character");
  const code = text.codePointAt(0);
  return code < SURROGATES.first ? code : code - SURROGATES.count;
}

/** `fc.string`, which makes and shrinks the same values whatever its unit. */
export function string(constraints = {}) {
  return fc.string(constraints.unit === "binary" ? { ...constraints, unit: character } : constraints);
}

export * from "../../node_modules/fast-check/lib/fast-check.js";
export default { ...fc, string };
