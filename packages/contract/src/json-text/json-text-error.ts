/** Bytes that are not the JSON we read; `line` and `column` count from 1. */
export class JsonTextError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(reason: string, line: number, column: number) {
    super(`${reason} (line ${line}, column ${column})`);
    this.name = "JsonTextError";
    this.line = line;
    this.column = column;
  }
}
