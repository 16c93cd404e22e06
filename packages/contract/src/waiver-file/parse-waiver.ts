import { readYaml } from "../yaml-file/read-yaml.js";
import { requireFormatVersion, validateYaml, yamlRefusal } from "../yaml-file/validate-yaml.js";
import { type Waiver, waiverSchema } from "./waiver-schema.js";

/**
 * Reads a waiver file; throws a `UserError` that names file, line, column and key. `file` must be named for the finding:
 * a permission under another name would be looked for in vain. Whether it still holds is `waiverProblem`'s to say.
 */
export function parseWaiver(text: string, file: string): Waiver {
  // Ids, types and "true" must arrive as they are written: 0123456789012345 is an id, not a number.
  const yaml = readYaml(text, file, "text");
  if (isObject(yaml.value)) requireFormatVersion(yaml, yaml.value.formatVersion, 1);
  const waiver = validateYaml(
    waiverSchema,
    yaml,
    isObject(yaml.value) ? { ...yaml.value, formatVersion: 1 } : yaml.value,
  );
  if (waiver.finding !== stemOf(file)) {
    const text = `must be what the file is named for; name the file waivers/${waiver.finding}.yaml`;
    throw yamlRefusal(yaml, ["finding"], text);
  }
  return waiver;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stemOf(file: string): string {
  return file.replace(/^.*[\\/]/s, "").replace(/\.yaml$/, "");
}
