import { printProperties } from "./print-properties.js";

/** The user of every sandbox who may not read schemas whose names begin with `private_`; everybody else may do everything. */
export const guest = "guest";

const everything = ["SELECT", "INSERT", "DELETE", "UPDATE", "OWNERSHIP", "GRANT_SELECT"];

const rules = {
  catalogs: [{ allow: "all" }],
  schemas: [{ owner: true }],
  tables: [{ user: guest, schema: "private_.*", privileges: [] }, { privileges: everything }],
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
