import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildASTSchema, Kind, parse, print, visit } from "graphql";

/**
 * Writes github-schema.graphql beside this file: of GitHub's public GraphQL schema (npm package @octokit/graphql-schema, some
 * 7 MB, fetched into a temporary folder) the fields named in graphql-fields.json, the scalars they are made of and nothing
 * people alone read. Run by hand: node packages/testing/github/slim-graphql.mjs
 */
const version = "15.26.1";
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const wanted = new Map(Object.entries(JSON.parse(readFileSync(here("graphql-fields.json"), "utf8"))));
const whole = fetchSchema();
const types = whole.definitions.filter(({ name }) => wanted.has(name?.value)).map(keepFields);
requireAll();
const named = namesIn(types);
const scalars = whole.definitions.filter(
  ({ kind, name }) => kind === Kind.SCALAR_TYPE_DEFINITION && named.has(name.value),
);
const kept = withoutProse({ kind: Kind.DOCUMENT, definitions: [...types, ...scalars] });
buildASTSchema(kept);
const head = `# GitHub's public GraphQL schema, a part: @octokit/graphql-schema ${version}, MIT. Written by slim-graphql.mjs.\n\n`;
writeFileSync(here("github-schema.graphql"), `${head}${print(kept)}\n`);

function fetchSchema() {
  const folder = mkdtempSync(join(tmpdir(), "github-graphql-"));
  try {
    const npm = ["install", "--prefix", folder, "--no-save", "--ignore-scripts", `@octokit/graphql-schema@${version}`];
    execFileSync("npm", npm, { stdio: ["ignore", "ignore", "inherit"] });
    return parse(readFileSync(join(folder, "node_modules/@octokit/graphql-schema/schema.graphql"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A type with the fields that are wanted of it, and of its interfaces those that are kept at all. */
function keepFields(type) {
  const fields = type.fields.filter(({ name }) => wanted.get(type.name.value).includes(name.value));
  return { ...type, fields, interfaces: type.interfaces.filter(({ name }) => wanted.has(name.value)) };
}

function requireAll() {
  const found = new Map(types.map(({ name, fields }) => [name.value, fields.map((field) => field.name.value)]));
  for (const [type, fields] of wanted) {
    const missing = fields.filter((field) => !found.get(type)?.includes(field));
    if (missing.length > 0)
      throw new Error(`GitHub's schema has no ${missing.map((field) => `${type}.${field}`).join(", ")}`);
  }
}

function namesIn(definitions) {
  const names = new Set();
  for (const definition of definitions) visit(definition, { NamedType: ({ name }) => void names.add(name.value) });
  return names;
}

function withoutProse(document) {
  const bare = (node) => ({ ...node, description: undefined, directives: [] });
  const kinds = [
    Kind.OBJECT_TYPE_DEFINITION,
    Kind.INTERFACE_TYPE_DEFINITION,
    Kind.SCALAR_TYPE_DEFINITION,
    Kind.FIELD_DEFINITION,
    Kind.INPUT_VALUE_DEFINITION,
  ];
  return visit(document, Object.fromEntries(kinds.map((kind) => [kind, bare])));
}
