import { viewLabel } from "@schema-gate/contract";
import pMap from "p-map";
import { sortedByName } from "../by-name.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { CONCURRENT_STATEMENTS } from "./concurrent-statements.js";
import { findCause, type TablesRead } from "./find-cause.js";
import { type ObservedView, observeView } from "./observe-view.js";
import { readRelations } from "./read-relations.js";
import type { Relation } from "./relation.js";
import { printsQuotedFields } from "./server-version.js";
import type { SnapshotScope } from "./take-snapshot.js";

/** A view as live Trino has it, and for one that fails the tables that made it. */
export interface LiveView extends ObservedView {
  /** By label; empty where nothing failed, or the SQL cannot be followed. */
  readonly causes: readonly string[];
}

/** Everything live Trino shows in some schemas, sorted by name. */
export interface LiveSchemas {
  readonly serverVersion: string;
  readonly views: readonly LiveView[];
}

/** What a run that was cut short knows already. */
export interface KnownViews {
  /** The view, if what the catalogue stores of it is what it was then. */
  recall(relation: Relation): LiveView | null;
  keep(relation: Relation, view: LiveView): void;
}

/** How live Trino is observed. */
export interface ObserveOptions extends SnapshotScope {
  /** Trino's parser, needed only where a view fails. */
  readonly loadTablesRead: () => Promise<TablesRead>;
  readonly known?: KnownViews;
}

/**
 * Reads what live Trino publishes and analyses every view afresh: one that fails does not fail the rest. Throws a UserError
 * when the whole could not be read.
 */
export async function observeLive(port: TrinoPort, options: ObserveOptions): Promise<LiveSchemas> {
  const { catalog, schemas, onProgress, known } = options;
  const { serverVersion, relations } = await readRelations(port, catalog, schemas);
  const quotesFields = printsQuotedFields(port, serverVersion);
  const causesOf = causeFinder(port, relations, options);
  let done = 0;
  const observe = async (relation: Relation): Promise<LiveView> => {
    const recalled = known?.recall(relation);
    const view = recalled ?? (await withCauses(await observeView(port, relation, quotesFields), causesOf));
    if (!recalled) known?.keep(relation, view);
    onProgress?.({ done: ++done, total: relations.length });
    return view;
  };
  onProgress?.({ done, total: relations.length });
  const views = await pMap(relations, observe, { concurrency: CONCURRENT_STATEMENTS });
  return { serverVersion, views: sortedByName(views, ({ view }) => view) };
}

type FindCauses = (view: ObservedView) => Promise<readonly string[]>;

async function withCauses(view: ObservedView, causesOf: FindCauses): Promise<LiveView> {
  const isBroken = view.failure !== null && view.failure.kind !== "unseen";
  return { ...view, causes: isBroken ? await causesOf(view) : [] };
}

function causeFinder(port: TrinoPort, relations: readonly Relation[], { loadTablesRead }: ObserveOptions): FindCauses {
  const definitions = new Map<string, string>();
  for (const { view, definition } of relations) if (definition !== null) definitions.set(viewLabel(view), definition);
  return async ({ view }) => findCause({ port, definitions, tablesRead: await loadTablesRead() }, view);
}
