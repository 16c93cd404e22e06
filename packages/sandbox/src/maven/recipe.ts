import type { ServerEngine } from "../server/engine.js";

/** How one Trino or PrestoDB version is put together from Maven Central, and what it needs to run. */
export interface Recipe {
  readonly engine: ServerEngine;
  readonly version: string;
  readonly java: number;
  /** The newest Java it runs on, where newer ones are known to be too new. */
  readonly newestJava?: number;
  /**
   * `distribution`: the whole server is published as one archive.
   * `libraries`: only its parts are, and the few lines of Java that start it must be compiled.
   */
  readonly server: "distribution" | "libraries";
  /** Rough size of the download, for people. */
  readonly megabytes: number;
}

/**
 * The versions with a recipe, Trino's newest first. 476 is the last release of which Maven Central has the server, 435 the
 * last that runs on Java 17. Of PrestoDB 0.296 is the newest of which Maven Central has all parts of the server; the
 * whole of 0.287 is there too, but is 2 GB and runs on Java 11 at most.
 */
export const recipes: readonly Recipe[] = [
  { engine: "trino", version: "476", java: 24, server: "distribution", megabytes: 335 },
  { engine: "trino", version: "435", java: 17, server: "libraries", megabytes: 105 },
  { engine: "presto", version: "0.296", java: 17, newestJava: 17, server: "libraries", megabytes: 118 },
];
