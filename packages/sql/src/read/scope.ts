import { type Expression, word } from "../model/expression.js";
import type { Source } from "../model/source.js";
import { NotAnalysed } from "../not-analysed.js";
import type { SyntaxNode } from "../syntax/syntax-node.js";
import type { ColumnWatcher } from "./column-watcher.js";
import { type Knowledge, learn } from "./knowledge.js";

/** More query blocks are not analysed: named queries are read once for each use, which may double them at every step. */
const MAX_BLOCKS = 2_000;

/** A query of a WITH clause, and what its own text may refer to. */
export interface NamedQuery {
  readonly node: SyntaxNode;
  readonly aliases: readonly string[] | null;
  readonly named: Named;
}
export type Named = ReadonlyMap<string, NamedQuery>;

/** What one reading of a text shares. */
export class Reading {
  readonly knowledge: Knowledge;
  readonly watcher: ColumnWatcher | null;
  private blocks = 0;

  constructor(knowledge: Knowledge, watcher: ColumnWatcher | null = null) {
    this.knowledge = knowledge;
    this.watcher = watcher;
  }

  count(): void {
    if (++this.blocks > MAX_BLOCKS) throw new NotAnalysed(`it has more than ${MAX_BLOCKS} query blocks`);
  }
}

/** What names mean at one place of the text. */
export interface Scope {
  readonly reading: Reading;
  readonly named: Named;
  readonly sources: readonly Source[];
  readonly parameters: ReadonlyMap<string, string>;
  readonly windows: ReadonlyMap<string, SyntaxNode>;
  /** The scope around a subquery. */
  readonly outer: Scope | null;
}

/** The scope of a query of a WITH clause. */
export function scopeOfNamed({ named }: NamedQuery, scope: Scope): Scope {
  return { ...scope, named, sources: [], parameters: new Map(), windows: new Map(), outer: null };
}

/** What `a`, `t.a` or `s.t.a.field` means: names are lower case. `isSure` is false where something may hide it. */
export function resolve(names: readonly string[], scope: Scope, isSure = true): Expression {
  const [first = "", ...fields] = names;
  const { watcher } = scope.reading;
  for (let at: Scope | null = scope; at; at = at.outer) {
    const parameter = at.parameters.get(first);
    if (parameter !== undefined) return dereferenced(word(parameter), fields);
    const qualified = resolveQualified(names, at);
    if (qualified) return qualified;
    const source = sourceOfColumn(first, at);
    if (source) {
      watcher?.bare(sourcesInSight(scope), first);
      if (isSure) watcher?.column(source, names);
      else watcher?.either([source], names);
      return dereferenced({ kind: "column", source, name: first }, fields);
    }
    const qualifiedAround = names.length > 1 ? around(at, (each) => resolveQualified(names, each)) : null;
    if (qualifiedAround) return qualifiedAround;
    if (at.outer && at.sources.some((each) => each.columns === null)) {
      // Whether a table in here has the column, and hides the one around, cannot be told: both are said.
      watcher?.either(at.sources, names);
      const hidden = resolve([first], at.outer, false);
      const either: Expression = { kind: "words", operator: true, call: null, parts: [word(first), word("?"), hidden] };
      return dereferenced(either, fields);
    }
  }
  watcher?.bare(sourcesInSight(scope), first);
  watcher?.either(sourcesInSight(scope), names);
  return dereferenced({ kind: "column", source: null, name: first }, fields);
}

function sourcesInSight(scope: Scope): Source[] {
  const sources: Source[] = [];
  for (let at: Scope | null = scope; at; at = at.outer) sources.push(...at.sources);
  return sources;
}

/** The first answer of the scopes around one. */
function around<T>(scope: Scope, ask: (scope: Scope) => T | null): T | null {
  for (let at = scope.outer; at; at = at.outer) {
    const answer = ask(at);
    if (answer !== null) return answer;
  }
  return null;
}

/** The source that `t` or `s.t` names. */
export function sourceNamed(names: readonly string[], scope: Scope): Source | null {
  const found = scope.sources.filter(
    (source) =>
      names.length <= source.names.length &&
      names.every((name, index) => name === source.names.at(index - names.length)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function resolveQualified(names: readonly string[], scope: Scope): Expression | null {
  for (let length = Math.min(3, names.length - 1); length > 0; length--) {
    const source = sourceNamed(names.slice(0, length), scope);
    const [name = "", ...fields] = names.slice(length);
    if (!source || (source.columns && !source.columns.includes(name))) continue;
    learn(scope.reading.knowledge, source.table, name);
    scope.reading.watcher?.column(source, [name, ...fields]);
    return dereferenced({ kind: "column", source, name }, fields);
  }
  return null;
}

/** The only source a bare name can come from, if there is only one. */
function sourceOfColumn(name: string, { sources, outer, reading }: Scope): Source | null {
  const has = (source: Source) =>
    source.known.includes(name) || (reading.knowledge.get(source.table ?? "")?.has(name) ?? false);
  const sure = sources.filter(has);
  if (sure.length === 1) return sure[0] ?? null;
  const open = sources.filter((source) => source.columns === null);
  return sure.length === 0 && open.length === 1 && outer === null ? (open[0] ?? null) : null;
}

function dereferenced(base: Expression, fields: readonly string[]): Expression {
  if (fields.length === 0) return base;
  return {
    kind: "words",
    operator: false,
    call: null,
    parts: [base, ...fields.flatMap((field) => [word("."), word(field)])],
  };
}
