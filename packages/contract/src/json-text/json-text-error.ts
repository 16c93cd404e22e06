/** Bytes that are not the JSON we read; `line` and `column` count from 1, `column` is `null` where only the line is known. */
export class JsonTextError extends Error {
  readonly line: number;
  readonly column: number | null;

  constructor(reason: string, line: number, column: number | null) {
    super(`${reason} (line ${line}${column === null ? "" : `, column ${column}`})`);
    this.name = "JsonTextError";
    this.line = line;
    this.column = column;
  }
}
