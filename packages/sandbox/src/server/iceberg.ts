import { engineOf } from "./engine.js";

/** The catalog with materialized views, where there is one; its files lie where the server runs, and go with it. */
export const icebergCatalog = "iceberg";

/** Whether a sandbox of this version has that catalog: Trino 476 and later, whose connector needs no Hadoop. */
export function hasIceberg(version: string): boolean {
  return engineOf(version) === "trino" && Number.parseInt(version, 10) >= 476;
}

/** Its properties; `location` is an existing absolute folder as the server itself sees it. */
export function icebergProperties(location: string): Record<string, string> {
  return {
    "connector.name": "iceberg",
    "iceberg.catalog.type": "TESTING_FILE_METASTORE",
    "hive.metastore.catalog.dir": "local:///iceberg",
    "fs.native-local.enabled": "true",
    "local.location": location,
  };
}
