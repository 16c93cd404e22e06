import pMap from "p-map";
import { TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { readSchema } from "./read-schema.js";
import type { Relation } from "./relation.js";
import { readServerVersion } from "./server-version.js";
import { wholeReadFailed } from "./whole-read-failed.js";

/** All that the bulk reads show of some schemas. */
export interface Relations {
  readonly serverVersion: string;
  readonly relations: readonly Relation[];
}

/** Reads what is stored in these schemas, in six statements each and one for the version. Throws a UserError. */
export async function readRelations(port: TrinoPort, catalog: string, schemas: readonly string[]): Promise<Relations> {
  const scope = [...new Set(schemas.map((schema) => schema.toLowerCase()))];
  try {
    const serverVersion = await readServerVersion(port);
    const read = (schema: string) => readSchema(port, { catalog: catalog.toLowerCase(), schema });
    return { serverVersion, relations: (await pMap(scope, read, { concurrency: 1 })).flat() };
  } catch (error) {
    throw error instanceof TrinoError ? wholeReadFailed(port, error) : error;
  }
}
