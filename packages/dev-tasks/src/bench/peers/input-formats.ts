import type { Contract } from "@schema-gate/contract";
import { renderAvro } from "./render-avro.js";
import { renderGraphql } from "./render-graphql.js";
import { renderOpenapi } from "./render-openapi.js";
import { renderProtobuf } from "./render-protobuf.js";

/** The one catalogue in the languages of the peers, by the file it is written to; `SIDE` is `before` or `after`. */
export const inputFormats: Readonly<Record<string, (views: readonly Contract[]) => string>> = {
  "SIDE.graphql": renderGraphql,
  "SIDE.openapi.json": renderOpenapi,
  "SIDE.avro.json": renderAvro,
  "protobuf-SIDE/catalogue.proto": renderProtobuf,
};
