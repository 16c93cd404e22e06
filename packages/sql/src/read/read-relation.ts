import { quoteIdentifier } from "@schema-gate/contract";
import type { Expression } from "../model/expression.js";
import { columnsOf, knownColumns, type Query, type Relation } from "../model/query.js";
import type { Source } from "../model/source.js";
import { NotAnalysed } from "../not-analysed.js";
import { childrenOf, hasWord, isWord, type SyntaxNode } from "../syntax/syntax-node.js";
import { isIdentifier, nameOf, namesIn } from "./names.js";
import { readConjuncts, readExpression } from "./read-expression.js";
import { readQuery } from "./read-query.js";
import { type Scope, scopeOfNamed } from "./scope.js";

/** A relation whose conditions are read once all sources of its block are known. */
export interface OpenRelation {
  readonly sources: readonly Source[];
  readonly finish: (scope: Scope) => Relation;
}

/** Reads one relation of a FROM clause; `scope` is that of the block, without its sources. */
export function openRelation(node: SyntaxNode, scope: Scope): OpenRelation {
  switch (node.kind) {
    case "JoinRelation":
      return openJoin(node, scope);
    case "SampledRelation": {
      const [inner, ...method] = node.children;
      const open = openRelation(required(inner), scope);
      const read = (block: Scope) => method.map((child) => readExpression(child, block));
      return { ...open, finish: (block) => ({ kind: "sample", relation: open.finish(block), method: read(block) }) };
    }
    case "ParenthesizedRelation":
      return openRelation(required(node.children[1]), scope);
    case "AliasedRelation":
      return openAliased(node, scope);
    default:
      return openPrimary(node, null, null, scope);
  }
}

function openAliased(node: SyntaxNode, scope: Scope): OpenRelation {
  const inner = required(node.children[0]);
  const alias = node.children.slice(1).find(isIdentifier);
  const columns = childrenOf(node, "ColumnAliases").map(namesIn)[0] ?? null;
  if (inner.kind === "ParenthesizedRelation") {
    const only = required(inner.children[1]);
    if (only.kind === "TableName" || only.kind === "SubqueryRelation")
      return openPrimary(only, alias ? nameOf(alias) : null, columns, scope);
    throw new NotAnalysed("a join has an alias");
  }
  return openPrimary(inner, alias ? nameOf(alias) : null, columns, scope);
}

function openPrimary(
  node: SyntaxNode,
  alias: string | null,
  aliases: readonly string[] | null,
  scope: Scope,
): OpenRelation {
  switch (node.kind) {
    case "TableName": {
      const [name, ...suffix] = node.children;
      const relation = tableRelation(namesIn(required(name)), alias, aliases, [], scope);
      const read = (block: Scope) => suffix.map((child) => readExpression(child, block));
      return closed(relation, (block) => (relation.kind === "table" ? { ...relation, suffix: read(block) } : relation));
    }
    case "SubqueryRelation":
      return closed(subqueryRelation(readQuery(required(node.children[1]), scope), alias, aliases, false));
    case "Lateral":
      throw new NotAnalysed("it uses LATERAL");
    case "Unnest": {
      const source: Source = {
        names: alias === null ? [] : [alias],
        table: null,
        columns: aliases,
        known: aliases ?? [],
      };
      const values = node.children.slice(
        2,
        node.children.findIndex((child) => isWord(child, ")")),
      );
      return {
        sources: [source],
        finish: (block) => ({
          kind: "unnest",
          source,
          values: values
            .filter((child) => !isWord(child, ","))
            .map((child): Expression => readExpression(child, block)),
          ordinality: hasWord(node, "ORDINALITY"),
        }),
      };
    }
    default:
      throw new NotAnalysed(`it reads from ${node.kind}`);
  }
}

function closed(relation: Relation, finish: (scope: Scope) => Relation = () => relation): OpenRelation {
  return { sources: "source" in relation ? [relation.source] : [], finish };
}

/** A table by name, or the query of that name in the WITH clause. */
export function tableRelation(
  names: readonly string[],
  alias: string | null,
  aliases: readonly string[] | null,
  suffix: readonly Expression[],
  scope: Scope,
): Relation {
  const named = names.length === 1 ? scope.named.get(names[0] ?? "") : undefined;
  if (named) {
    // A query of a WITH clause sees nothing of where it is used.
    const query = readQuery(named.node, scopeOfNamed(named, scope));
    return subqueryRelation(query, alias ?? names[0] ?? null, aliases ?? named.aliases, false);
  }
  if (aliases) throw new NotAnalysed("a table's columns have aliases");
  const opened = scope.reading.watcher?.open(names);
  const source = {
    names: alias === null ? names : [alias],
    table: names.map(quoteIdentifier).join("."),
    columns: opened?.columns ?? null,
    known: opened?.columns ?? [],
  };
  opened?.onSource(source);
  return { kind: "table", source, suffix };
}

function subqueryRelation(
  query: Query,
  alias: string | null,
  aliases: readonly string[] | null,
  lateral: boolean,
): Relation {
  const own = columnsOf(query);
  const columns =
    aliases ?? (own?.every((name) => name !== null) ? (own as string[]) : (own?.map((name) => name ?? "") ?? null));
  return {
    kind: "subquery",
    source: { names: alias === null ? [] : [alias], table: null, columns, known: columns ?? knownColumns(query) },
    query,
    lateral,
  };
}

function openJoin(node: SyntaxNode, scope: Scope): OpenRelation {
  if (hasWord(node, "NATURAL")) throw new NotAnalysed("it uses NATURAL JOIN");
  const join = node.children.findIndex((child) => isWord(child, "JOIN"));
  const left = openRelation(required(node.children[0]), scope);
  const right = openRelation(required(node.children[join + 1]), scope);
  const criteria = node.children[join + 2];
  const type = joinType(node.children.slice(1, join));
  const sources = [...left.sources, ...right.sources];
  const using = criteria && hasWord(criteria, "USING") ? namesIn(criteria).sort() : [];
  for (const name of using) for (const source of sources) scope.reading.watcher?.column(source, [name]);
  return {
    sources,
    finish: (block) => ({
      kind: "join",
      type,
      left: left.finish(block),
      right: right.finish(block),
      on: criteria && hasWord(criteria, "ON") ? readConjuncts(required(criteria.children[1]), block) : [],
      using,
    }),
  };
}

function joinType(words: readonly SyntaxNode[]): string {
  const text = words.flatMap((child) => [child, ...child.children]).map((child) => child.text.toUpperCase());
  return ["LEFT", "RIGHT", "FULL", "CROSS"].find((type) => text.includes(type)) ?? "INNER";
}

function required(node: SyntaxNode | undefined): SyntaxNode {
  if (!node) throw new NotAnalysed("a relation is not complete");
  return node;
}
