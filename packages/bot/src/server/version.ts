/** The version of the product; a test holds it to the manifest. */
export const version = "0.1.0";
