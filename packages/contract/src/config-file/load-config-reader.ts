import type { Config } from "./config-schema.js";

/** Reads `schema-gate.yaml`; see `parseConfig`. */
export type ConfigReader = (text: string, file: string) => Config;

/** The reader of configurations. It brings all of YAML along, which a run without files to read has no use for. */
export async function loadConfigReader(): Promise<ConfigReader> {
  return (await import("./parse-config.js")).parseConfig;
}
