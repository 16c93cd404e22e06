/** A table that scrolls where it is wider than the page; `caption`, `columns` and `rows` are HTML already. */
export interface HtmlTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<string>;
}

/** The lines of a table. */
export function* htmlTable({ caption, columns, rows }: HtmlTable): Iterable<string> {
  const heads = columns.map((name) => `<th scope="col">${name}</th>`).join("");
  yield `<table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>`;
  yield* rows;
  yield "</tbody></table>";
}
