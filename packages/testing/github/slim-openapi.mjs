import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Writes github-openapi.json beside this file: of GitHub's published description (npm package @octokit/openapi, some 400 MB,
 * fetched into a temporary folder) the operations named in operations.json and the schemas they reach, without examples and
 * prose, and with OpenAPI 3.0's `nullable` said in JSON Schema. Run by hand: node packages/testing/github/slim-openapi.mjs
 */
const version = "23.0.2";
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const description = fetchDescription();
correct(description);
const operations = new Set(JSON.parse(readFileSync(here("operations.json"), "utf8")));
const paths = Object.fromEntries(Object.entries(description.paths).flatMap(keepPath));
if (operations.size > 0) throw new Error(`GitHub's description has no operation ${[...operations].join(", ")}`);
const components = reachedFrom(paths);
const kept = { openapi: "3.1.0", info: { title: "GitHub REST API, a part", version, license: { name: "MIT" } } };
writeFileSync(here("github-openapi.json"), oneLineEach({ ...kept, paths, components }));

function fetchDescription() {
  const folder = mkdtempSync(join(tmpdir(), "github-openapi-"));
  try {
    const npm = ["install", "--prefix", folder, "--no-save", "--ignore-scripts", `@octokit/openapi@${version}`];
    execFileSync("npm", npm, { stdio: ["ignore", "ignore", "inherit"] });
    return JSON.parse(
      readFileSync(join(folder, "node_modules/@octokit/openapi/generated/api.github.com.json"), "utf8"),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The list of installations is described with accounts that are a person and an enterprise at once, which no reply can be; one
 * installation by its id is described as it should be.
 */
function correct({ paths }) {
  const list = paths["/app/installations"].get.responses["200"].content["application/json"].schema;
  if (!JSON.stringify(list.items.properties?.account).includes("allOf"))
    throw new Error("GitHub has mended /app/installations");
  list.items = { $ref: "#/components/schemas/installation" };
}

function keepPath([path, item]) {
  const kept = Object.entries(item).filter(([, operation]) => operations.delete(operation.operationId));
  if (kept.length === 0) return [];
  return [[path, Object.fromEntries(kept.map(([method, operation]) => [method, translate(keepOperation(operation))]))]];
}

function keepOperation({ operationId, parameters, requestBody, responses }) {
  return { operationId, parameters, requestBody, responses };
}

/** Leaves out what only people read, and says `nullable` as JSON Schema does; `properties` may well be named `description`. */
function translate(value, inNames = false) {
  if (Array.isArray(value)) return value.map((part) => translate(part));
  if (typeof value !== "object" || value === null) return value;
  const prose = ["description", "title", "summary", "example", "examples", "externalDocs", "nullable"];
  const kept = Object.entries(value)
    .filter(([key]) => inNames || (!prose.includes(key) && (!key.startsWith("x-") || key === "x-multi-segment")))
    .map(([key, part]) => [key, translate(part, !inNames && (key === "properties" || key === "headers"))]);
  const plain = Object.fromEntries(kept);
  return !inNames && value.nullable === true ? orNull(plain) : plain;
}

function orNull({ type, enum: members, ...rest }) {
  if (type === undefined) {
    const other = members === undefined ? rest : { enum: members, ...rest };
    return { anyOf: [other, { type: "null" }] };
  }
  const choice = members === undefined || members.includes(null) ? members : [...members, null];
  return { type: [type, "null"], ...(choice && { enum: choice }), ...rest };
}

/** The components the paths refer to, and those they refer to in turn, by kind and name. */
function reachedFrom(start) {
  const reached = {};
  const open = [JSON.stringify(start)];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const [, kind, name] of text.matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g)) {
      if (reached[kind]?.[name] !== undefined) continue;
      reached[kind] ??= {};
      reached[kind][name] = translate(description.components[kind][name]);
      open.push(JSON.stringify(reached[kind][name]));
    }
  }
  return Object.fromEntries(Object.entries(reached).map(([kind, parts]) => [kind, sorted(parts)]));
}

function sorted(parts) {
  return Object.fromEntries(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** JSON in which every path and every component stands on its own line, so that the next version makes a readable diff. */
function oneLineEach({ openapi, info, paths, components }) {
  const lines = (parts) =>
    Object.entries(parts).map(([key, part]) => `${JSON.stringify(key)}: ${JSON.stringify(part)}`);
  const kinds = Object.entries(components).map(
    ([kind, parts]) => `${JSON.stringify(kind)}: {\n${lines(parts).join(",\n")}\n}`,
  );
  const head = lines({ openapi, info });
  return `{\n${head.join(",\n")},\n"paths": {\n${lines(paths).join(",\n")}\n},\n"components": {\n${kinds.join(",\n")}\n}\n}\n`;
}
