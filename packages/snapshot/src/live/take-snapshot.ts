import { type Contract, UserError, type ViewName } from "@schema-gate/contract";
import pMap from "p-map";
import { sortedByName } from "../by-name.js";
import { isServerTrouble, TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { BrokenView } from "./broken-view.js";
import { CONCURRENT_STATEMENTS } from "./concurrent-statements.js";
import { readSchema } from "./read-schema.js";
import { readView } from "./read-view.js";
import type { Relation } from "./relation.js";
import { printsQuotedFields, readServerVersion } from "./server-version.js";

/** A view that Trino lists but that could not be read, and why, in Trino's words. */
export interface Broken {
  readonly view: ViewName;
  readonly reason: string;
}

/** What Trino shows of some schemas, sorted by name. */
export interface Snapshot {
  readonly contracts: readonly Contract[];
  readonly broken: readonly Broken[];
  readonly serverVersion: string;
}

/** How far a snapshot has come, for people who wait: views read of views found. */
export interface SnapshotProgress {
  readonly done: number;
  readonly total: number;
}

/** What to read; names fold to lower case as Trino's do. */
export interface SnapshotScope {
  readonly catalog: string;
  readonly schemas: readonly string[];
  readonly onProgress?: (progress: SnapshotProgress) => void;
}

/**
 * Reads what live Trino publishes in the given schemas. One view that does not analyse does not fail the rest: it is
 * listed as broken. Throws a UserError when the whole could not be read.
 */
export async function takeSnapshot(
  port: TrinoPort,
  { catalog, schemas, onProgress }: SnapshotScope,
): Promise<Snapshot> {
  const scope = [...new Set(schemas.map((schema) => schema.toLowerCase()))];
  const [serverVersion, relations] = await orWholeReadFailed(port, async () => {
    const version = await readServerVersion(port);
    const read = (schema: string) => readSchema(port, { catalog: catalog.toLowerCase(), schema });
    return [version, (await pMap(scope, read, { concurrency: 1 })).flat()] as const;
  });
  const contracts: Contract[] = [];
  const broken: Broken[] = [];
  const quotesFields = printsQuotedFields(port, serverVersion);
  let done = 0;
  const read = async (relation: Relation) => {
    const reason = await whyBroken(port, async () => void contracts.push(await readView(port, relation, quotesFields)));
    if (reason !== null) broken.push({ view: relation.view, reason });
    onProgress?.({ done: ++done, total: relations.length });
  };
  onProgress?.({ done, total: relations.length });
  await pMap(relations, read, { concurrency: CONCURRENT_STATEMENTS });
  return {
    contracts: sortedByName(contracts, (view) => view),
    broken: sortedByName(broken, ({ view }) => view),
    serverVersion,
  };
}

/** The reason why one view could not be read, `null` when it could. */
async function whyBroken(port: TrinoPort, read: () => Promise<void>): Promise<string | null> {
  try {
    await read();
    return null;
  } catch (error) {
    if (error instanceof BrokenView) return error.message;
    if (!(error instanceof TrinoError)) throw error;
    if (isServerTrouble(error)) throw wholeReadFailed(port, error);
    return error.reason;
  }
}

async function orWholeReadFailed<Result>(port: TrinoPort, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof TrinoError ? wholeReadFailed(port, error) : error;
  }
}

function wholeReadFailed(port: TrinoPort, error: TrinoError): UserError {
  const says = `Trino at ${port.server} says: ${error.reason} (${error.errorName}, query ${error.queryId}).`;
  return saysNoSuchCatalog(error)
    ? new UserError("usage", `${says} Correct \`catalog\` in the profile.`, { cause: error })
    : new UserError("unreachable", `Cannot read the catalogue. ${says} Nothing was concluded from it.`, {
        cause: error,
      });
}

function saysNoSuchCatalog({ errorName, reason }: TrinoError): boolean {
  if (errorName === "CATALOG_NOT_FOUND") return true;
  // PrestoDB files it under SYNTAX_ERROR (SemanticErrorCode.MISSING_CATALOG).
  return errorName === "SYNTAX_ERROR" && /^Catalog \S+ does not exist$/.test(reason);
}
