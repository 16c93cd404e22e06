/** The version of the product; `test/commands.test.ts` holds it to the manifest. */
export const version = "0.1.0";
