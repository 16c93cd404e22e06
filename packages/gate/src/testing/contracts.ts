import { contractPath } from "@schema-gate/contract";

/** What a contract of `awsdatacatalog.dev_prod_live` says; dates are `2026-11-22`, `ready` by team. */
export interface Said {
  readonly status?: string;
  readonly columns?: readonly string[];
  readonly released?: string;
  readonly endOfSupport?: string;
  readonly successor?: string;
  readonly stakeholders?: Readonly<Record<string, string | null>>;
}

/** The contract file of a view `<family>_v<n>`, by its path; columns are given as `name type`. */
export function contractFiles(name: string, said: Said = {}): Record<string, string> {
  const [, family = name, version = "1"] = /^(.*)_v(\d+)$/.exec(name) ?? [];
  const { status = "active", columns = ["task_id varchar"], released, endOfSupport, successor, stakeholders } = said;
  const rows = columns.map((column) => `      - { name: ${column.replace(" ", ", physicalType: ")} }\n`);
  const teams = Object.entries(stakeholders ?? {}).map(([team, ready]) => `{ team: ${team}, ready: ${ready} }`);
  const view = { catalog: "awsdatacatalog", schema: "dev_prod_live", name };
  const text = `apiVersion: v3.1.0
kind: DataContract
id: ${name}
version: ${version}.0.0
status: ${status}
servers:
  - { server: trino, type: trino, host: trino.example.com, port: 443, catalog: awsdatacatalog, schema: dev_prod_live }
schema:
  - name: ${family}
    physicalName: ${name}
    properties:
${rows.join("")}${list("slaProperties", { generalAvailability: released, endOfSupport })}${list("customProperties", {
  successor: successor && `awsdatacatalog.dev_prod_live.${successor}`,
  stakeholders: stakeholders && `[${teams.join(", ")}]`,
})}`;
  return { [`schemas/${contractPath(view)}`]: text };
}

function list(key: string, values: Readonly<Record<string, string | undefined>>): string {
  const rows = Object.entries(values).flatMap(([property, value]) =>
    value === undefined ? [] : [`  - { property: ${property}, value: ${value} }\n`],
  );
  return rows.length === 0 ? "" : `${key}:\n${rows.join("")}`;
}
