/** Which family of servers one belongs to. */
export type ServerEngine = "trino" | "presto";

/** Tells it from a version: Trino counts whole numbers (`476`), PrestoDB has stayed below one (`0.296-8661b73`). */
export function engineOf(version: string): ServerEngine {
  return version.startsWith("0.") ? "presto" : "trino";
}

/** What people call the server of a version: `Trino 476`, `PrestoDB 0.296`. */
export function serverName(version: string): string {
  return `${engineOf(version) === "presto" ? "PrestoDB" : "Trino"} ${version}`;
}
