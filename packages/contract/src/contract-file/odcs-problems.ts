import { type OdcsError, odcsSchema, validate } from "../odcs-validator.mjs";
import { keysAllowedBy } from "../schema-issues/allowed-keys.js";
import { keyPath, quoted } from "../schema-issues/key-path.js";
import { suggestName } from "../schema-issues/suggest-name.js";
import { valueAt } from "../schema-issues/value-at.js";
import type { YamlFile } from "../yaml-file/read-yaml.js";
import { problemAt, unknownKeyProblem } from "../yaml-file/validate-yaml.js";
import type { YamlPath } from "../yaml-file/yaml-place.js";
import type { YamlProblem } from "../yaml-file/yaml-problem.js";

/** What the standard's own JSON Schema finds wrong with a file; nothing when it is an ODCS v3.1 document. */
export function odcsProblems(yaml: YamlFile): readonly YamlProblem[] {
  if (validate(yaml.value)) return [];
  const problems = new Map<string, YamlProblem>();
  for (const error of validate.errors ?? []) {
    const found = toProblem(error, yaml);
    if (found) problems.set(`${found.offset} ${found.key} ${found.text}`, found);
  }
  // Whatever the schema forbids must be said, even if we found no words for it.
  if (problems.size === 0) return [problemAt(yaml, [], "is no ODCS v3.1 document")];
  return [...problems.values()];
}

function toProblem({ instancePath, keyword, params, message }: OdcsError, yaml: YamlFile): YamlProblem | null {
  const path = pathOf(instancePath, yaml.value);
  switch (keyword) {
    case "additionalProperties":
    case "unevaluatedProperties": {
      const key = String(params.additionalProperty ?? params.unevaluatedProperty);
      const allowed = keysAllowedBy(odcsSchema, path);
      // A key is also called unknown when what stands in it is wrong, which is said by itself.
      return allowed.includes(key) ? null : unknownKeyProblem(yaml, path, key, allowed);
    }
    case "required":
      return problemAt(yaml, [...path, String(params.missingProperty)], "is missing; ODCS requires it");
    case "enum":
      return problemAt(yaml, path, explainChoice(params.allowedValues, valueAt(yaml.value, path)));
    case "type":
      return problemAt(yaml, path, `must be ${nouns[String(params.type)] ?? params.type}`);
    case "if":
    case "anyOf":
    case "oneOf":
    case "not":
      return null;
    default:
      return { ...problemAt(yaml, path, `${message ?? keyword} (ODCS v3.1)`), key: keyPath(path) };
  }
}

const nouns: Readonly<Record<string, string>> = {
  object: "keys with values",
  array: "a list",
  string: "text; put it in quotes",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
};

function explainChoice(allowed: unknown, value: unknown): string {
  const names = Array.isArray(allowed) ? allowed.map(String) : [];
  const meant = typeof value === "string" ? suggestName(value, names) : null;
  const written = typeof value === "string" ? `, not ${quoted(value)}` : "";
  return `must be one of ${names.join(", ")}${written}${meant === null ? "" : `; did you mean ${meant}?`}`;
}

/** The steps of a JSON Pointer; positions in lists become numbers. */
function pathOf(pointer: string, root: unknown): YamlPath {
  let here = root;
  return pointer
    .split("/")
    .slice(1)
    .map((step) => {
      const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
      const key = Array.isArray(here) ? Number(name) : name;
      here = typeof here === "object" && here !== null ? Reflect.get(here, key) : undefined;
      return key;
    });
}
