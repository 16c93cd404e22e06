import type { Contract, Promises } from "@schema-gate/contract";

/** The promises of a contract in which nothing is said. */
const blank: Omit<Promises, "family"> = {
  version: "1.0.0",
  status: "active",
  released: null,
  endOfSupport: null,
  grain: null,
  granularity: null,
  deletionMode: null,
  deletionColumn: null,
  latency: [],
  frequency: [],
  retention: [],
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

/** A view of which only a snapshot is known, as if its contract were written with every blank left open. */
export function blankContract(snapshot: Contract): Contract {
  return { ...snapshot, promises: { family: snapshot.name, ...blank } };
}
