import type { Operation, Parameter } from "./description.js";
import { type Misfit, misfits } from "./schema-check.js";

/** Values GitHub sends as text, read as what the description says they are. */
export type Values = Readonly<Record<string, unknown>>;

/** A request that fits its description, with parameters of their described types and described defaults filled in. */
export interface CheckedRequest {
  readonly path: Values;
  readonly query: Values;
  readonly body: Values;
}

/**
 * Holds a request against GitHub's description of the operation. Stricter than GitHub in one thing: GitHub ignores a parameter it
 * does not know, here it is a misfit, for it is a typing error in the program under test.
 */
export function checkRequest(
  operation: Operation,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
  body: unknown,
): CheckedRequest | readonly Misfit[] {
  const found: Misfit[] = [];
  const valuesIn = (place: Parameter["in"], text: (name: string) => string | null) => {
    const taken = operation.parameters.filter((parameter) => parameter.in === place);
    return Object.fromEntries(taken.flatMap((parameter) => value(parameter, text(parameter.name), found)));
  };
  const paths = valuesIn("path", (name) => path[name] ?? null);
  const queries = valuesIn("query", (name) => query.get(name));
  found.push(...strangers("query", [...query.keys()], Object.keys(queries)));
  found.push(...bodyMisfits(operation, body));
  if (found.length > 0) return found;
  return { path: paths, query: queries, body: typeof body === "object" && body !== null ? { ...body } : {} };
}

function value(parameter: Parameter, text: string | null, found: Misfit[]): [string, unknown][] {
  if (text === null) {
    if (parameter.required === true)
      found.push({ at: `/${parameter.name}`, keyword: "required", message: "is missing" });
    return parameter.schema.default === undefined ? [] : [[parameter.name, parameter.schema.default]];
  }
  const read = readAs(parameter.schema.type, text);
  found.push(...misfits(parameter.schema, read).map((one) => ({ ...one, at: `/${parameter.name}${one.at}` })));
  return [[parameter.name, read]];
}

function readAs(type: unknown, text: string): unknown {
  if (type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

function bodyMisfits(operation: Operation, body: unknown): readonly Misfit[] {
  if (operation.body === null) {
    const empty = body === undefined || (typeof body === "object" && body !== null && Object.keys(body).length === 0);
    return empty ? [] : [{ at: "", keyword: "body", message: "this operation takes no body" }];
  }
  if (body === undefined) {
    return operation.body.required ? [{ at: "", keyword: "required", message: "a body is missing" }] : [];
  }
  const { properties } = operation.body.schema;
  const named = typeof properties === "object" && properties !== null ? Object.keys(properties) : null;
  const sent = typeof body === "object" && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  return [...misfits(operation.body.schema, body), ...(named === null ? [] : strangers("body", sent, named))];
}

function strangers(place: string, sent: readonly string[], described: readonly string[]): readonly Misfit[] {
  return sent
    .filter((name) => !described.includes(name))
    .map((name) => ({ at: `/${name}`, keyword: "unknown", message: `is no ${place} parameter of this operation` }));
}
