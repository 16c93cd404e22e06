import type { Source } from "../model/source.js";
import { reasonNotAnalysed } from "../not-analysed.js";
import type { ColumnWatcher } from "../read/column-watcher.js";
import { queryKinds } from "../read/read-expression.js";
import { readQuery } from "../read/read-query.js";
import { Reading } from "../read/scope.js";
import { parseStatement, scanText } from "../syntax/parse-statement.js";
import { type SyntaxNode, syntaxTree } from "../syntax/syntax-node.js";

/** A name by its parts: a column, then the fields taken of it, all in lower case. */
type NamePath = readonly string[];

/** What a statement takes of one table. */
export interface TableUse {
  /** Columns it names for certain. */
  readonly named: readonly NamePath[];
  /** Names that may be columns of this table or of another source. */
  readonly doubtful: readonly NamePath[];
  /** Names without a source, written where the table is in sight. */
  readonly bare: readonly string[];
  /** Whether it takes all columns as they come: `SELECT *`, `t.*`, `TABLE t`. */
  readonly star: boolean;
}

/**
 * What a statement takes of one table, which it is known to read; `columns` are the table's, in lower case, `null` where they
 * are not known. A sentence part that says why where it cannot be told.
 */
export function tableUse(
  text: string,
  isTable: (parts: readonly string[]) => boolean,
  columns: readonly string[] | null,
): TableUse | string {
  const use = new UseOfTable(isTable, columns);
  try {
    const tree = syntaxTree(parseStatement(scanText(text)), text);
    for (const query of queriesIn(tree)) readQuery(query, newScope(use));
  } catch (error) {
    return reasonNotAnalysed(error);
  }
  return use.sources.size === 0 ? "it is read by something that is no query" : use.result();
}

/** The outermost queries of a statement: that of INSERT, CREATE TABLE AS and CREATE VIEW among them. */
function queriesIn(node: SyntaxNode): SyntaxNode[] {
  return queryKinds.has(node.kind) ? [node] : node.children.flatMap(queriesIn);
}

function newScope(watcher: ColumnWatcher) {
  const none = new Map<never, never>();
  const reading = new Reading(new Map(), watcher);
  return { reading, named: none, sources: [], parameters: none, windows: none, outer: null };
}

class UseOfTable implements ColumnWatcher {
  readonly sources = new Set<Source>();
  private readonly named = new Map<string, NamePath>();
  private readonly doubtful = new Map<string, NamePath>();
  private readonly names = new Set<string>();
  private isStar = false;
  private readonly isTable: (parts: readonly string[]) => boolean;
  private readonly columns: readonly string[] | null;

  constructor(isTable: (parts: readonly string[]) => boolean, columns: readonly string[] | null) {
    this.isTable = isTable;
    this.columns = columns;
  }

  open(names: readonly string[]): ReturnType<ColumnWatcher["open"]> {
    if (!this.isTable(names)) return { columns: null, onSource: () => undefined };
    return { columns: this.columns, onSource: (source) => this.sources.add(source) };
  }

  star(source: Source): void {
    if (this.sources.has(source)) this.isStar = true;
  }

  column(source: Source, path: NamePath): void {
    if (this.sources.has(source)) this.named.set(path.join("\0"), path);
  }

  either(sources: readonly Source[], path: NamePath): void {
    // A table whose columns are known has a bare name or has it not.
    const mayHave = ({ columns }: Source) => columns === null || columns.includes(path[0] ?? "");
    if (this.inSight(sources, mayHave)) this.doubtful.set(path.join("\0"), path);
  }

  bare(sources: readonly Source[], name: string): void {
    if (this.inSight(sources, () => true)) this.names.add(name);
  }

  result(): TableUse {
    const doubtful = [...this.doubtful].filter(([key]) => !this.named.has(key)).map(([, path]) => path);
    return { named: [...this.named.values()], doubtful, bare: [...this.names], star: this.isStar };
  }

  private inSight(sources: readonly Source[], test: (source: Source) => boolean): boolean {
    return sources.some((source) => this.sources.has(source) && test(source));
  }
}
