import { type Contract, type Promises, parseDuration } from "@schema-gate/contract";

/** What a test's contract promises, each by the columns it is about. */
export interface Terms {
  readonly key?: readonly string[];
  readonly latency?: readonly (string | null)[];
  readonly retention?: readonly (string | null)[];
  readonly deletionColumn?: string;
}

/** The contract of a view whose `required` columns are promised never to be null; all times are a day. */
export function promised(
  name: string,
  required: readonly string[],
  { key, latency = [], retention = [], deletionColumn }: Terms,
): Contract & { readonly promises: Promises } {
  const day = parseDuration(1, "d");
  if (typeof day === "string") throw new Error(day);
  const timed = (element: string | null) => ({ element, text: "1 d", value: day });
  const promises: Promises = {
    family: name,
    version: "1.0.0",
    status: "active",
    released: null,
    endOfSupport: null,
    grain: key ? { columns: key } : null,
    granularity: null,
    deletionMode: deletionColumn === undefined ? null : "soft",
    deletionColumn: deletionColumn ?? null,
    latency: latency.map(timed),
    frequency: [],
    retention: retention.map(timed),
    owner: null,
    support: [],
    documentation: [],
    stakeholders: [],
    lineage: { successor: null, predecessor: null, versionReason: null },
    use: null,
    filling: { job: null, task: null, justification: null, sql: null, serviceAccount: null },
    project: null,
    evergreen: null,
    nestedDescriptions: new Map(),
  };
  const columns = required.map((column) => ({ name: column, type: "bigint", nullable: false, comment: null }));
  const at = { catalog: "awsdatacatalog", schema: "dev_prod_live", name };
  return { ...at, kind: "view", security: null, comment: null, columns, definition: null, promises };
}
