/** The version of the product; `test/version.test.ts` holds it to the manifest. */
export const version = "0.1.0";
