import { githubDescription, type Operation } from "./description.js";

/** An operation and the values its path was asked with, decoded. */
export interface Route {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly operation: Operation;
  readonly names: readonly string[];
  readonly expression: RegExp;
  readonly literals: number;
}

/** GitHub takes these with slashes in them too, though its description marks only some as such. */
const severalSegments = new Set(["ref", "branch", "path", "basehead"]);

let patterns: readonly Pattern[] | undefined;

/** The operation GitHub describes for a method and a path, or null. Where several fit, the one that says most literally. */
export function routeOf(method: string, path: string): Route | null {
  patterns ??= githubDescription()
    .operations.map(pattern)
    .sort((one, other) => other.literals - one.literals);
  for (const { operation, names, expression } of patterns) {
    if (operation.method !== method) continue;
    const values = expression.exec(path)?.slice(1);
    if (values === undefined) continue;
    return {
      operation,
      path: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? "")])),
    };
  }
  return null;
}

function pattern(operation: Operation): Pattern {
  const names: string[] = [];
  const segments = operation.path.split("/").map((segment) => {
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined) return segment.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    names.push(name);
    const several =
      severalSegments.has(name) ||
      operation.parameters.some((parameter) => parameter.name === name && parameter["x-multi-segment"] === true);
    return several ? "(.+)" : "([^/]+)";
  });
  // The root of a repository is asked for as `contents/`.
  const source = operation.path.endsWith("/contents/{path}")
    ? segments.join("/").replace(/\/\(\.\+\)$/, "(?:/(.*))?")
    : segments.join("/");
  return { operation, names, expression: new RegExp(`^${source}$`), literals: segments.length - names.length };
}
