/** A key path as people write it: `profiles.prod.auth`, `naming.patterns[0]`, `profiles."my server"`. */
export function keyPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${plainOrQuoted(String(step))}`))
    .join("")
    .slice(typeof path[0] === "number" ? 0 : 1);
}

/** A text of a file as an error shows it: in double quotes, shortened. */
export function quoted(text: string): string {
  return text.length <= 60
    ? JSON.stringify(text)
    : `${JSON.stringify(text.slice(0, 60))} and ${text.length - 60} more characters`;
}

function plainOrQuoted(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && key.length <= 60 ? key : quoted(key);
}
