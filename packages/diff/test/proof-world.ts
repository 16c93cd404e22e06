import { randomUUID } from "node:crypto";
import type { Contract } from "@schema-gate/contract";
import { openTrino, type TrinoPort, takeSnapshot } from "@schema-gate/snapshot";
import { type ProofNames, type ReaderProof, withNames } from "../src/catalogue/proof.js";

const catalog = "awsdatacatalog";

/** Two schemas of a proof's own on a real server: one as public as `dev_prod_live`, and one beside it for readers. */
export interface ProofWorld {
  /** With all rights, or with those of the reader. */
  port(reader?: ReaderProof): TrinoPort;
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
  const open = (user: string) =>
    openTrino(
      {
        server: url,
        engine: "trino",
        catalog,
        schemas: [],
        user,
        auth: { kind: "none" },
        caFile: null,
        headers: {},
        timeouts: { connectSeconds: 10, querySeconds: 300 },
      },
      {},
    );
  const port = open("gatekeeper");
  const guestPort = open("guest");
  const schema = `proof_${randomUUID().replaceAll("-", "")}`;
  const names = (reader = 0): ProofNames => ({
    view: `${catalog}.${schema}.evergreen_tasks_v1`,
    schema: `${catalog}.${schema}`,
    other: `${catalog}.beside_${schema}`,
    private: `${catalog}.private_${schema}`,
    stored: `${catalog}.beside_${schema}.reader_${reader}`,
  });
  const run = async (statements: readonly string[]) => {
    for (const statement of statements) await port.query(withNames(statement, names()));
  };
  await run(["CREATE SCHEMA {schema}", "CREATE SCHEMA {other}", "CREATE SCHEMA {private}"]);
  return {
    port: (reader) => (reader?.user === "guest" ? guestPort : port),
    schema,
    names,
    run,
    contracts: async () => {
      const { contracts, broken } = await takeSnapshot(port, { catalog, schemas: [schema] });
      if (broken.length > 0) throw new Error(`the proof's views do not analyse: ${JSON.stringify(broken)}`);
      return contracts;
    },
    close: async () => {
      const schemas = ["{schema}", "{other}", "{private}"];
      await run(schemas.map((each) => `DROP SCHEMA ${each} CASCADE`));
      await Promise.all([port.close(), guestPort.close()]);
    },
  };
}
