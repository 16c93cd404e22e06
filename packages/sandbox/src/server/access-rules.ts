import { printProperties } from "./print-properties.js";

/**
 * The user of every sandbox who may read and no more: not schemas whose names begin with `private_`, nor tables and views whose
 * names begin with `hidden_`, nor columns called `hidden`, and no listing shows that user the latter two. Views of that user's own
 * may stand in schemas whose names begin with `beside_`. Everybody else may do everything.
 */
export const guest = "guest";

const everything = ["SELECT", "INSERT", "DELETE", "UPDATE", "OWNERSHIP", "GRANT_SELECT"];

const rules = {
  catalogs: [{ allow: "all" }],
  // Who owns a schema is shown all that is in it.
  schemas: [{ user: guest, owner: false }, { owner: true }],
  tables: [
    { user: guest, schema: "private_.*", privileges: [] },
    { user: guest, table: "hidden_.*", privileges: [] },
    { user: guest, schema: "beside_.*", privileges: everything },
    { user: guest, privileges: ["SELECT"], columns: [{ name: "hidden", allow: false }] },
    { privileges: everything },
  ],
};

/** Trino's file-based access control, by path under the server's `etc/`; the folder is `etc` as the server itself sees it. */
export function accessFiles(folder: string): Record<string, string> {
  return {
    "access-control.properties": printProperties({
      "access-control.name": "file",
      "security.config-file": `${folder}/access-rules.json`,
    }),
    "access-rules.json": `${JSON.stringify(rules, null, 2)}\n`,
  };
}
