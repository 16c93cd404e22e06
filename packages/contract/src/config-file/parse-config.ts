import { readYaml } from "../yaml-file/read-yaml.js";
import { requireFormatVersion, validateYaml } from "../yaml-file/validate-yaml.js";
import { type Config, configSchema } from "./config-schema.js";

/** Reads `schema-gate.yaml`; throws a `UserError` that names file, line, column, key, and what is allowed there. */
export function parseConfig(text: string, file: string): Config {
  const yaml = readYaml(text, file, "typed");
  const value = withoutEmptyKeys(yaml.value) ?? {};
  if (hasFormatVersion(value)) requireFormatVersion(yaml, value.formatVersion, 1);
  const config = validateYaml(configSchema, yaml, value);
  // Looking up a profile named "constructor" must find nothing.
  return { ...config, profiles: Object.assign(Object.create(null), config.profiles) };
}

function hasFormatVersion(value: unknown): value is { readonly formatVersion: unknown } {
  return typeof value === "object" && value !== null && "formatVersion" in value;
}

/** A key left empty (`profiles:` with all of its entries commented out) means the same as none; its name still counts. */
function withoutEmptyKeys(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((item) => (item === null ? null : withoutEmptyKeys(item)));
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutEmptyKeys(item)]));
}
