import { isUtf8 } from "node:buffer";
import { type Config, type Contract, viewLabel, viewName } from "@schema-gate/contract";
import { askedColumns, type Finding, type JudgedView, loadStatePolicy, type ViewPair } from "@schema-gate/diff";
import type { Side, Sides } from "../sides/side.js";
import { readSql } from "./read-sql.js";
import { withSqlAhead } from "./sql-ahead.js";
import { withSqlParser } from "./sql-parser.js";

/** A changed view as each side has it; `null` where it is not there. */
interface JudgedPair {
  readonly before: JudgedView | null;
  readonly after: JudgedView;
}

/** Where these pairs fall short of the policy by what the change did; `found` is what the change was found to do. */
export async function broughtInFindings(
  sides: Sides,
  pairs: readonly ViewPair[],
  found: readonly Finding[],
  config: Config,
): Promise<readonly Finding[]> {
  if (pairs.length === 0) return [];
  const { judgeEdit } = await loadStatePolicy();
  const judged: JudgedPair[] = [];
  const [was, is] = await Promise.all([
    withSqlAhead(
      withReadableSql(sides.before),
      pairs.map(({ promised }) => promised?.before),
    ),
    withSqlAhead(
      sides.after,
      pairs.map(({ promised }) => promised?.after),
    ),
  ]);
  for (const { before, after, promised } of pairs) {
    const now = await judgedView(is, promised?.after ?? null, after, config);
    if (now) judged.push({ before: await judgedView(was, promised?.before ?? null, before, config), after: now });
  }
  const states = await withSqlParser(({ tablesRead }) =>
    judged.flatMap(({ before, after }) => judgeEdit(before, after, tablesRead)),
  );
  const gone = new Set(found.filter(isLoss).map(placeOf));
  // What went is found already, as what it does to readers.
  return states.filter((finding) => finding.after !== null || !gone.has(placeOf(finding)));
}

/** SQL that could not be read before excuses nothing of what is read now, and must not stop the change that mends it. */
function withReadableSql(side: Side): Side {
  const { readFile, readFiles } = side;
  const readable = (bytes: Buffer | null) => (bytes !== null && isUtf8(bytes) ? bytes : null);
  return {
    ...side,
    ...(readFile && { readFile: async (path) => readable(await readFile(path)) }),
    ...(readFiles && {
      readFiles: async (paths) => new Map([...(await readFiles(paths))].filter(([, bytes]) => readable(bytes))),
    }),
  };
}

/** One view of a side; `null` where the side has neither its contract nor its snapshot. */
export async function judgedView(
  side: Side,
  contract: Contract | null,
  snapshot: Contract | null,
  config: Config,
): Promise<JudgedView | null> {
  const one = contract ?? snapshot;
  if (!one) return null;
  const mayPromise = side.contracts !== null;
  const sql = contract && (await readSql(side, contract));
  const definition = snapshot?.definition ?? null;
  const { catalog, schema } = one;
  return {
    state: { view: viewName(one), contract, snapshot, mayPromise, config },
    texts: [
      ...(sql === null ? [] : [{ from: "sql", text: sql, home: null } as const]),
      ...(definition === null ? [] : [{ from: "definition", text: definition, home: { catalog, schema } } as const]),
    ],
  };
}

function isLoss({ kind, impact }: Finding): boolean {
  return kind === "policy" || impact === "breaking" || impact === "risky";
}

function placeOf({ view, path }: Finding): string {
  return JSON.stringify([view && [view.catalog, view.schema, view.name], path]);
}

/** Whether what came with a changed view, other than columns, may fall short of the policy. */
export function mayFallShort({ before, after, promised }: ViewPair): boolean {
  if (promised || !before || !after) return after !== null || promised?.after != null;
  return after.definition !== null && after.definition !== before.definition;
}

/** The labels of views that lost a column the configuration asks for. */
export function viewsLackingColumns(findings: readonly Finding[], config: Config): ReadonlySet<string> {
  const isAsked = askedColumns(config);
  const labels = new Set<string>();
  for (const { rule, view, path } of findings) {
    if ((rule === "column-removed" || rule === "column-renamed") && view && isAsked(path)) labels.add(viewLabel(view));
  }
  return labels;
}
