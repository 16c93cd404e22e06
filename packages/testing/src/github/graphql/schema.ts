import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";

let loaded: GraphQLSchema | undefined;

/** GitHub's own GraphQL schema, the part kept by slim-graphql.mjs; read once a process. */
export function githubSchema(): GraphQLSchema {
  loaded ??= buildSchema(readFileSync(new URL("../../../github/github-schema.graphql", import.meta.url), "utf8"));
  return loaded;
}
