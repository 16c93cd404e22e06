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
