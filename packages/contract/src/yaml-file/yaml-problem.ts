import { UserError } from "../user-error.js";

/** One thing wrong with a YAML file; `offset` counts UTF-16 units from its start, `key` is the way to it (`a.b[0]`). */
export interface YamlProblem {
  readonly offset: number;
  readonly key: string;
  readonly text: string;
}

const MOST_SHOWN = 20;

/** The error for a file with problems: a line for each, `file:line:column: key: what is wrong`, in the file's order. */
export function yamlError(file: string, source: string, problems: readonly YamlProblem[]): UserError {
  const sorted = [...problems].sort((left, right) => left.offset - right.offset);
  const lines = sorted.slice(0, MOST_SHOWN).map(({ offset, key, text }) => {
    return `${file}:${placeOf(source, offset)}: ${key === "" ? "" : `${key}: `}${text}`;
  });
  const rest = sorted.length - MOST_SHOWN;
  if (rest > 0) lines.push(`${file}: and ${rest} more problem${rest === 1 ? "" : "s"}`);
  return new UserError("usage", lines.join("\n"));
}

function placeOf(source: string, offset: number): string {
  const before = source.slice(0, offset);
  const line = before.split("\n").length;
  return `${line}:${offset - before.lastIndexOf("\n")}`;
}

/** A key path as people write it: `profiles.prod.auth`, `naming.patterns[0]`, `profiles."my server"`. */
export function keyPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${plainOrQuoted(String(step))}`))
    .join("")
    .slice(typeof path[0] === "number" ? 0 : 1);
}

/** A text of the file as an error shows it: in double quotes, shortened. */
export function quoted(text: string): string {
  return text.length <= 60
    ? JSON.stringify(text)
    : `${JSON.stringify(text.slice(0, 60))} and ${text.length - 60} more characters`;
}

function plainOrQuoted(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && key.length <= 60 ? key : quoted(key);
}
