import type { Expression } from "../model/expression.js";
import { hasStar, hasUsing, type Query, type Relation } from "../model/query.js";
import type { Source } from "../model/source.js";
import { NotAnalysed } from "../not-analysed.js";
import { columnValue } from "../simplify/merge-subqueries.js";
import { joinWords } from "./join-words.js";
import { type Labels, labelSources } from "./labels.js";

/** More text is not printed: columns of columns of subqueries may double at every step. In UTF-16 code units. */
const MAX_PRINTED = 4_000_000;

/** Prints what a query says in one way, whatever way it is written in. */
export class Printer {
  private readonly labels: Labels;
  private readonly renamed: (table: string) => string;
  private printed = 0;

  constructor(query: Query, renamed: (table: string) => string) {
    this.labels = labelSources(query, renamed);
    this.renamed = renamed;
  }

  expression(expression: Expression): string {
    const text = this.rawExpression(expression);
    this.printed += text.length;
    if (this.printed > MAX_PRINTED) throw new NotAnalysed("its columns are made of too many others");
    return text;
  }

  private rawExpression(expression: Expression): string {
    switch (expression.kind) {
      case "word":
        return expression.text;
      case "column":
        return this.column(expression.source, expression.name);
      case "query":
        return this.query(expression.query, true);
      case "unordered":
        return `(${this.sorted(expression.parts).join(` ${expression.operator} `)})`;
      case "words": {
        const text = joinWords(expression.parts.map((part) => this.expression(part)));
        return expression.operator ? `(${text})` : text;
      }
    }
  }

  sorted(expressions: readonly Expression[]): string[] {
    const texts = expressions.map((each) => this.expression(each)).sort();
    // As people write it: status <> 'failed', not the other way round.
    const isLiteral = (text: string) => /^['0-9-]/.test(text);
    return [...texts.filter((text) => !isLiteral(text)), ...texts.filter(isLiteral)];
  }

  /** A column of a subquery is shown as what it is there. */
  private column(source: Source | null, name: string): string {
    if (source === null) return name;
    const label = this.labels.get(source);
    if (!label) throw new NotAnalysed(`the column ${name} belongs to no source that is read`);
    if (label.query) {
      const inside = this.output(label.query, source, name);
      if (inside !== null) return `${label.text}(${inside})`;
    }
    // Names given to the columns of UNNEST and VALUES do not matter, their places do.
    const index = source.table === null ? (source.columns?.indexOf(name) ?? -1) : -1;
    return `${label.text}.${index < 0 ? name : `#${index + 1}`}`;
  }

  /** What the column of that name, or at that place, of a query is; null where that cannot be told. */
  output(query: Query, source: Source, name: string): string | null {
    if (query.kind === "values") return null;
    if (query.kind === "block") {
      const place = source.columns?.indexOf(name) ?? -1;
      if (query.items.slice(0, place + 1).some((item) => item.kind === "star")) {
        return `(${this.items(query).join(", ")})[${place + 1}]`;
      }
      const value = columnValue(query, source, name);
      return value && this.expression(value);
    }
    const texts = this.branches(query).map((branch) => this.output(branch, source, name));
    return texts.every((text) => text !== null) ? [...new Set(texts)].join(" | ") : null;
  }

  /** Branches of a union in an order of their own. */
  branches(query: Query & { kind: "set" }): readonly Query[] {
    if (!query.operator.startsWith("UNION")) return query.branches;
    const keyed = query.branches.map((branch) => ({ branch, key: this.query(branch, true) }));
    return keyed
      .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
      .map(({ branch }) => branch);
  }

  /** The whole query; `withItems` is left out where its columns are shown at the places they are used. */
  query(query: Query, withItems: boolean): string {
    if (query.kind === "values") return `(VALUES ${query.rows.map((row) => this.expression(row)).join(", ")})`;
    const limit = this.limit(query);
    const end = limit ? ` ${limit}` : "";
    if (query.kind === "set") {
      const items = withItems || query.operator !== "UNION ALL" || hasStar(query);
      const texts = query.branches.map((branch) => this.query(branch, items));
      const ordered = query.operator.startsWith("UNION") ? texts.sort() : texts;
      return `(${ordered.join(` ${query.operator} `)}${end})`;
    }
    const items = withItems ? ` ${this.items(query).join(", ")}` : "";
    const parts = [
      `SELECT${query.distinct ? " DISTINCT" : ""}${items}${query.distinct && !items ? ` ${this.items(query).sort().join(", ")}` : ""}`,
      ...(query.from ? [`FROM ${this.relation(query.from, hasUsing(query.from) ? "with-items" : "whole")}`] : []),
      ...(query.where.length > 0 ? [`WHERE ${this.conjunction(query.where)}`] : []),
      ...(query.groupBy ? [this.grouping(query.groupBy)] : []),
      ...(query.having.length > 0 ? [`HAVING ${this.conjunction(query.having)}`] : []),
    ];
    return `(${parts.join(" ")}${end})`;
  }

  items(query: Query & { kind: "block" }): string[] {
    return query.items.map((item) =>
      item.kind === "star" ? `${this.labels.get(item.source)?.text ?? ""}.*` : this.expression(item.value),
    );
  }

  conjunction(conditions: readonly Expression[]): string {
    return [...new Set(this.sorted(conditions))].join(" AND ");
  }

  grouping(keys: readonly Expression[]): string {
    return keys.length === 0 ? "GROUP BY ()" : `GROUP BY ${[...new Set(this.sorted(keys))].join(", ")}`;
  }

  /** ORDER BY counts only together with LIMIT. */
  limit({
    order,
    limits,
  }: {
    readonly order: readonly Expression[];
    readonly limits: readonly Expression[];
  }): string | null {
    if (limits.length === 0) return null;
    const sorting = order.length > 0 ? `ORDER BY ${order.map((each) => this.expression(each)).join(", ")} ` : "";
    return sorting + joinWords(limits.map((each) => this.expression(each)));
  }

  /**
   * A relation with all that is in it. `shallow` leaves out what clauses of their own say: subqueries, UNNEST, sampling;
   * `with-items` shows the columns of subqueries, which USING may take by name.
   */
  relation(relation: Relation, depth: "shallow" | "whole" | "with-items" = "whole"): string {
    const shallow = depth === "shallow";
    switch (relation.kind) {
      case "table":
        return this.table(relation);
      case "subquery": {
        const label = this.labels.get(relation.source)?.text ?? "";
        return shallow ? label : `${this.query(relation.query, depth === "with-items")} ${label}`;
      }
      case "unnest":
        return this.unnest(relation);
      case "sample":
        return this.relation(relation.relation, depth) + (shallow ? "" : ` ${this.sample(relation)}`);
      case "join": {
        if (shallow && relation.right.kind === "unnest") return this.relation(relation.left, depth);
        const join = relation.type === "INNER" ? "JOIN" : `${relation.type} JOIN`;
        const using = relation.using.length > 0 ? ` USING (${relation.using.join(", ")})` : "";
        const on = relation.on.length > 0 ? ` ON ${this.conjunction(relation.on)}` : "";
        const right = this.relation(relation.right, depth);
        return `${this.relation(relation.left, depth)} ${join} ${relation.right.kind === "join" ? `(${right})` : right}${using}${on}`;
      }
    }
  }

  private table({ source, suffix }: Relation & { kind: "table" }): string {
    const table = this.renamed(source.table ?? "");
    const label = this.labels.get(source)?.text ?? "";
    const alias = table.split(".").at(-1) === label ? "" : ` AS ${label}`;
    return table + suffix.map((each) => ` ${this.expression(each)}`).join("") + alias;
  }

  unnest({ values, ordinality }: Relation & { kind: "unnest" }): string {
    return `UNNEST(${values.map((each) => this.expression(each)).join(", ")})${ordinality ? " WITH ORDINALITY" : ""}`;
  }

  sample({ method }: Relation & { kind: "sample" }): string {
    return joinWords(method.map((each) => this.expression(each)));
  }
}
