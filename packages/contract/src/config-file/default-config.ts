import { type Config, configSchema } from "./config-schema.js";

/** What holds where a repository has no `schema-gate.yaml`. */
export const defaultConfig: Config = configSchema.parse({});
