import { createRequire } from "node:module";
import { join } from "node:path";
import type { Command } from "../measure.js";

/** Another tool, and how it does the same work on the files of `inputs.ts`. */
export interface Peer {
  readonly name: string;
  /** What of it is run, on what. */
  readonly runs: string;
  /** The most views it can be asked for; beyond, it takes minutes and more memory than a machine of today has. */
  readonly mostViews?: number;
  /** Exact versions of what it needs from npm. */
  readonly packages: Readonly<Record<string, string>>;
  /** What is run in the folder of the inputs; `modules` is where the packages are installed. */
  readonly command: (modules: string, folder: string) => Omit<Command, "name" | "cwd">;
}

const graphql = { graphql: "16.11.0" };

/** A program that has both files as texts in `texts` and prints what it finds. */
function script(files: string, program: string): Peer["command"] {
  const read = "const texts = process.argv.slice(1).map((f) => require('node:fs').readFileSync(f, 'utf8'));";
  const both = [files.replace("SIDE", "before"), files.replace("SIDE", "after")];
  return (modules) => ({ arguments: ["-e", `${read}\n${program}`, ...both], env: { NODE_PATH: modules } });
}

/** The snapshots with views and columns keyed by name, as differs of JSON need them to pair by name. */
const keyed = `
  const byName = (list) => Object.fromEntries(list.map((item) => [item.name, item]));
  const [before, after] = texts.map((text) =>
    byName(JSON.parse(text).views.map((view) => ({ ...view, columns: byName(view.columns) }))));
`;

function jsonDiffer(name: string, version: string, print: string): Peer {
  const command = script("SIDE.json", `${keyed}\nconst peer = require('${name}');\n${print}`);
  return { name: `${name} ${version}`, runs: "the snapshots, keyed by name", packages: { [name]: version }, command };
}

const generic: readonly Peer[] = [
  jsonDiffer(
    "fast-json-patch",
    "3.1.1",
    "for (const { op, path } of peer.compare(before, after)) console.log(op, path);",
  ),
  jsonDiffer(
    "microdiff",
    "1.6.0",
    "for (const { type, path } of peer.default(before, after)) console.log(type, path.join('/'));",
  ),
  jsonDiffer("rfc6902", "5.4.0", "for (const { op, path } of peer.createPatch(before, after)) console.log(op, path);"),
  jsonDiffer("jsondiffpatch", "0.7.7", "console.log(JSON.stringify(peer.diff(before, after)));"),
];

const schemas: readonly Peer[] = [
  {
    name: "openapi-schema-diff 0.0.1",
    runs: "the catalogue as OpenAPI",
    packages: { "openapi-schema-diff": "0.0.1" },
    command: script(
      "SIDE.openapi.json",
      "console.log(JSON.stringify(require('openapi-schema-diff')(...texts.map((text) => JSON.parse(text)))));",
    ),
  },
  {
    name: `graphql-js ${graphql.graphql}`,
    runs: "`findBreakingChanges`, the catalogue as SDL",
    packages: graphql,
    command: script(
      "SIDE.graphql",
      `const { buildSchema, findBreakingChanges } = require('graphql');
       const [before, after] = texts.map((text) => buildSchema(text));
       for (const { type, description } of findBreakingChanges(before, after)) console.log(type, description);`,
    ),
  },
  {
    name: "graphql-inspector core 8.0.0",
    runs: "the catalogue as SDL",
    packages: { ...graphql, "@graphql-inspector/core": "8.0.0" },
    command: script(
      "SIDE.graphql",
      `const { buildSchema } = require('graphql');
       const { diff } = require('@graphql-inspector/core');
       diff(...texts.map((text) => buildSchema(text))).then((changes) => {
         for (const { criticality, path, message } of changes) console.log(criticality.level, path, message);
       });`,
    ),
  },
  {
    name: "avsc 5.7.9",
    runs: "`createResolver`, the catalogue as Avro",
    mostViews: 2000,
    packages: { avsc: "5.7.9" },
    command: script(
      "SIDE.avro.json",
      `const { Type } = require('avsc');
       const [before, after] = texts.map((text) => new Map(JSON.parse(text).map((record) => [record.name, record])));
       for (const [name, record] of after) {
         if (!before.has(name)) continue;
         try { Type.forSchema(record).createResolver(Type.forSchema(before.get(name))); } catch (error) { console.log(name, error.message); }
       }`,
    ),
  },
  {
    name: "buf 1.75.0",
    runs: "`buf breaking`, the catalogue as protobuf",
    mostViews: 2000,
    packages: { "@bufbuild/buf": "1.75.0" },
    command: (modules) => ({
      program: bufBinary(modules),
      arguments: ["breaking", "protobuf-after", "--against", "protobuf-before", "--error-format", "json"],
      accept: [0, 100],
    }),
  },
];

/** The program itself: the script before it would start a second process whose memory nobody sees. */
function bufBinary(modules: string): string {
  const name = `@bufbuild/buf-${process.platform}-${process.arch}/bin/buf${process.platform === "win32" ? ".exe" : ""}`;
  return createRequire(join(modules, "@bufbuild/buf/package.json")).resolve(name);
}

/** `git diff --stat` of the same snapshots, one file a view. */
const gitStat: Peer = {
  name: "git",
  runs: "`git diff --no-index --stat`, the snapshots as directories",
  packages: {},
  command: () => ({
    program: "git",
    arguments: ["diff", "--no-index", "--stat", "snapshots/before", "snapshots/after"],
  }),
};

/** The tools measured beside ours, cheap ones first. */
export const peers: readonly Peer[] = [gitStat, ...generic, ...schemas];
