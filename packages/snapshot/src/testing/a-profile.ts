import type { Profile } from "@schema-gate/contract";

/** A profile for the server at `server`, with what a test does not care about filled in. */
export function aProfile(server: string, changes: Partial<Profile> = {}): Profile {
  return {
    server,
    engine: "trino",
    catalog: "awsdatacatalog",
    schemas: ["dev_prod_live"],
    user: "gatekeeper",
    auth: { kind: "none" },
    caFile: null,
    headers: {},
    timeouts: { connectSeconds: 10, querySeconds: 300 },
    ...changes,
  };
}
