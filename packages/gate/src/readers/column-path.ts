/** Where a finding stands in a view, as far as names in a query can say it. */
export interface ColumnPath {
  readonly column: string;
  /** Fields on the way, in lower case; elements of arrays and values of maps are steps that no name means. */
  readonly steps: readonly string[];
}

const part = /"((?:[^"]|"")*)"|([^."[\]{}]+)|(\[\]|\{[^}]*\})/y;

/** Reads the path of a finding: `pod_id`, `details.trace_id`, `depends_on[].status`. `null` for what is no column. */
export function columnPath(path: string): ColumnPath | null {
  if (path === "" || path.startsWith("@")) return null;
  const steps: string[] = [];
  let at = 0;
  while (at < path.length) {
    if (path[at] === ".") at++;
    part.lastIndex = at;
    const [whole = "", quoted, bare, step] = part.exec(path) ?? [];
    if (whole === "") break;
    steps.push(quoted?.replaceAll('""', '"').toLowerCase() ?? bare?.toLowerCase() ?? step ?? "");
    at += whole.length;
  }
  const [column = "", ...rest] = steps;
  return { column, steps: rest };
}
