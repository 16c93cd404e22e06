/** How one Trino version is put together from Maven Central, and what it needs to run. */
export interface Recipe {
  readonly version: string;
  readonly java: number;
  /**
   * `distribution`: the whole server is published as one archive.
   * `libraries`: only its parts are, and the few lines of Java that start it must be compiled.
   */
  readonly server: "distribution" | "libraries";
  /** Rough size of the download, for people. */
  readonly megabytes: number;
}

/**
 * The versions with a recipe, newest first. 476 is the last release of which Maven Central has the server, 435 the last
 * that runs on Java 17.
 */
export const recipes: readonly Recipe[] = [
  { version: "476", java: 24, server: "distribution", megabytes: 210 },
  { version: "435", java: 17, server: "libraries", megabytes: 105 },
];
