/** How the rows of a view come about: everything of its definition but its columns. Edits change it in place. */
export interface Frame {
  from: "runs" | "others";
  distinct: boolean;
  /** A second branch, from the other table. */
  setOperation: "UNION ALL" | "UNION" | "EXCEPT" | null;
  unnest: boolean;
  groupBy: readonly ("k" | "g")[] | null;
  where: readonly string[];
  join: "JOIN" | "LEFT JOIN" | null;
  /** What stands between the table and the rest. */
  within: "limit" | "latest" | "sample" | null;
  /** A query that cannot be analysed, by a number that changes its rows. */
  lateral: number | null;
  /** Ways of writing that mean nothing. */
  style: Style;
}

export interface Style {
  readonly alias: string;
  readonly quoted: boolean;
  readonly cte: boolean;
  readonly swapped: boolean;
  readonly lines: boolean;
}

export const plainFrame: Frame = {
  from: "runs",
  distinct: false,
  setOperation: null,
  unnest: false,
  groupBy: null,
  where: [],
  join: null,
  within: null,
  lateral: null,
  style: { alias: "s", quoted: false, cte: false, swapped: false, lines: false },
};

/** The view's SELECT; `columns` gives the expressions over the alias of the source. */
export function selectOf(frame: Frame, columns: (alias: string) => readonly string[]): string {
  const { alias, swapped, cte, lines } = frame.style;
  const other = frame.from === "runs" ? "others" : "runs";
  const branch = (table: string) => block(frame, table, columns(alias));
  const branches = [branch(frame.from), ...(frame.setOperation ? [branch(other)] : [])];
  // EXCEPT is the only one whose branches are not alike.
  const ordered = swapped && frame.setOperation !== "EXCEPT" ? branches.reverse() : branches;
  const body = ordered.join(` ${frame.setOperation} `);
  const text = cte ? `WITH q AS (SELECT * FROM {schema}.${frame.from}) ${body}` : body;
  return lines ? text.replace(" FROM ", "\n  FROM ") : text;
}

function block(frame: Frame, table: string, columns: readonly string[]): string {
  const { alias, swapped } = frame.style;
  const conditions = [
    ...(frame.within === "latest" ? [`${alias}.rn = 1`] : []),
    ...frame.where.map((each) => each.replaceAll("$", alias)),
  ];
  const where = swapped ? [...conditions].reverse() : conditions;
  return [
    `SELECT ${frame.distinct ? "DISTINCT " : ""}${columns.join(", ")} FROM ${source(frame, table)}`,
    ...(frame.join ? [`${frame.join} {schema}.hosts AS h ON h.k = ${alias}.k`] : []),
    ...(frame.unnest ? [`CROSS JOIN UNNEST(${alias}.tags) AS u (tag)`] : []),
    ...(frame.lateral === null ? [] : [`CROSS JOIN LATERAL (SELECT ${alias}.k + ${frame.lateral} AS m) AS w`]),
    ...(frame.lateral === null ? [] : [`WHERE w.m > 2`]),
    ...(frame.lateral === null && where.length > 0 ? [`WHERE ${where.join(" AND ")}`] : []),
    ...(frame.groupBy ? [`GROUP BY ${frame.groupBy.map((name) => `${alias}.${name}`).join(", ")}`] : []),
  ].join(" ");
}

function source(frame: Frame, table: string): string {
  const { alias, quoted, cte } = frame.style;
  const name = cte && table === frame.from ? "q" : `{schema}.${quoted ? `"${table}"` : table}`;
  switch (frame.within) {
    case "limit":
      return `(SELECT * FROM ${name} ORDER BY k, g LIMIT 3) AS ${alias}`;
    case "latest":
      return `(SELECT *, row_number() OVER (PARTITION BY k ORDER BY g) AS rn FROM ${name}) AS ${alias}`;
    case "sample":
      return `${name} AS ${alias} TABLESAMPLE BERNOULLI (0)`;
    case null:
      return `${name} AS ${alias}`;
  }
}
