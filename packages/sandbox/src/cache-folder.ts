import { join } from "node:path";

/** Folder outside every repository where fetched servers are kept between runs. */
export function cacheFolder(env: NodeJS.ProcessEnv, home: string): string {
  if (env.SCHEMA_GATE_CACHE) return env.SCHEMA_GATE_CACHE;
  return join(env.XDG_CACHE_HOME || join(home, ".cache"), "schema-gate");
}
