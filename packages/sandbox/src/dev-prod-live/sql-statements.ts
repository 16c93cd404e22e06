/** Splits a file of SQL at the semicolons that end a line; statements keep their comments. */
export function sqlStatements(text: string): string[] {
  return text
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
