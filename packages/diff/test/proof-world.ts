import { randomUUID } from "node:crypto";
import type { Contract } from "@schema-gate/contract";
import { openTrino, type TrinoPort, takeSnapshot } from "@schema-gate/snapshot";
import { type ProofNames, withNames } from "../src/catalogue/proof.js";

const catalog = "awsdatacatalog";

/** Two schemas of a proof's own on a real server: one as public as `dev_prod_live`, and one beside it for readers. */
export interface ProofWorld {
  readonly port: TrinoPort;
  /** The names that stand for the placeholders; each stored view has its own. */
  names(reader?: number): ProofNames;
  run(statements: readonly string[]): Promise<void>;
  /** What the product sees in the public schema. */
  contracts(): Promise<readonly Contract[]>;
  /** The public schema, as a name of its catalog. */
  readonly schema: string;
  close(): Promise<void>;
}

export async function makeProofWorld(url: string): Promise<ProofWorld> {
  const port = openTrino(
    {
      server: url,
      engine: "trino",
      catalog,
      schemas: [],
      user: "gatekeeper",
      auth: { kind: "none" },
      caFile: null,
      headers: {},
      timeouts: { connectSeconds: 10, querySeconds: 300 },
    },
    {},
  );
  const schema = `proof_${randomUUID().replaceAll("-", "")}`;
  const names = (reader = 0): ProofNames => ({
    view: `${catalog}.${schema}.evergreen_tasks_v1`,
    schema: `${catalog}.${schema}`,
    other: `${catalog}.beside_${schema}`,
    stored: `${catalog}.beside_${schema}.reader_${reader}`,
  });
  const run = async (statements: readonly string[]) => {
    for (const statement of statements) await port.query(withNames(statement, names()));
  };
  await run(["CREATE SCHEMA {schema}", "CREATE SCHEMA {other}"]);
  return {
    port,
    schema,
    names,
    run,
    contracts: async () => {
      const { contracts, broken } = await takeSnapshot(port, { catalog, schemas: [schema] });
      if (broken.length > 0) throw new Error(`the proof's views do not analyse: ${JSON.stringify(broken)}`);
      return contracts;
    },
    close: async () => {
      await run(["DROP SCHEMA {schema} CASCADE", "DROP SCHEMA {other} CASCADE"]);
      await port.close();
    },
  };
}
