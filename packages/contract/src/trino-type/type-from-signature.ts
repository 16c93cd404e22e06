import * as z from "zod";
import { explainIssue } from "../schema-issues/explain-issue.js";
import { intervalNameOfCodes } from "./interval-name.js";
import { MAX_TYPE_DEPTH } from "./max-type-depth.js";
import { namedType } from "./named-type.js";
import { readDisplayText } from "./read-display-text.js";
import { showPart } from "./show-part.js";
import type { RowField, TrinoType } from "./trino-type.js";
import { TypeTextError } from "./type-text-error.js";

/** One level of the client protocol's `typeSignature`; arguments are validated one level at a time, so depth is bounded. */
const signatureSchema = z.object({
  rawType: z.string().min(1, "must not be empty"),
  arguments: z.array(z.object({ kind: z.string(), value: z.unknown() })),
});

const namedSchema = z.object({
  fieldName: z.object({ name: z.string() }).nullish(),
  typeSignature: z.unknown(),
});

const longSchema = z.int().nonnegative("must not be negative");

/** ClientTypeSignatureParameter of trino-client; the second name is that of servers before 321 and of PrestoDB. */
const KINDS = new Map<string, "type" | "named" | "long">([
  ["TYPE", "type"],
  ["TYPE_SIGNATURE", "type"],
  ["NAMED_TYPE", "named"],
  ["NAMED_TYPE_SIGNATURE", "named"],
  ["LONG", "long"],
  ["LONG_LITERAL", "long"],
]);

/** A `typeSignature` that is none; `path` says where in it, like `arguments[0].value.rawType`. */
export class TypeSignatureError extends Error {
  readonly path: string;

  constructor(problem: string, path: string) {
    super(`typeSignature${path === "" ? "" : ` at ${path}`}: ${problem}`);
    this.name = "TypeSignatureError";
    this.path = path;
  }
}

/**
 * Reads the JSON `typeSignature` of a column in the client protocol, of Trino (`TYPE`, `NAMED_TYPE`, `LONG`) as of older
 * servers and PrestoDB (`TYPE_SIGNATURE`, ...), whose row fields may hold their type as text. Throws `TypeSignatureError`.
 */
export function typeFromSignature(signature: unknown): TrinoType {
  return readSignature(signature, "", 1);
}

function readSignature(signature: unknown, path: string, depth: number): TrinoType {
  if (depth > MAX_TYPE_DEPTH)
    throw new TypeSignatureError(`types are nested more than ${MAX_TYPE_DEPTH} levels deep`, "");
  const { rawType, arguments: written } = validated(signatureSchema, signature, path);
  if (rawType.toLowerCase() === "row") return readRow(written, path, depth);
  const parameters = written.map(({ kind, value }, index) => {
    const at = `${path}${path === "" ? "" : "."}arguments[${index}]`;
    switch (KINDS.get(kind)) {
      case "type":
        return readSignature(value, `${at}.value`, depth + 1);
      case "long":
        return validated(longSchema, value, `${at}.value`);
      default:
        throw new TypeSignatureError(`a parameter of kind ${showPart(kind, 0)} is not understood`, at);
    }
  });
  return intervalOf(rawType, parameters) ?? namedType(rawType, parameters, (expected) => refuse(expected, path));
}

function readRow(written: readonly { kind: string; value?: unknown }[], path: string, depth: number): TrinoType {
  if (written.length === 0) return refuse("row to have fields", path);
  const fields = written.map(({ kind, value }, index): RowField => {
    const at = `${path}${path === "" ? "" : "."}arguments[${index}]`;
    if (KINDS.get(kind) !== "named") throw new TypeSignatureError(`kind ${showPart(kind, 0)} is no row field`, at);
    const { fieldName, typeSignature } = validated(namedSchema, value, `${at}.value`);
    return {
      name: fieldName?.name ?? null,
      type: readFieldType(typeSignature, `${at}.value.typeSignature`, depth + 1),
    };
  });
  return { kind: "row", fields };
}

/** PrestoDB serialises the type of a row field as text inside the structure around it. */
function readFieldType(type: unknown, path: string, depth: number): TrinoType {
  if (typeof type !== "string") return readSignature(type, path, depth);
  try {
    return readDisplayText(type);
  } catch (error) {
    if (error instanceof TypeTextError) throw new TypeSignatureError(error.message, path);
    throw error;
  }
}

function intervalOf(rawType: string, parameters: readonly (number | TrinoType)[]): TrinoType | null {
  if (parameters.length === 0 || !rawType.toLowerCase().startsWith("interval ")) return null;
  const codes = parameters.filter((parameter) => typeof parameter === "number");
  const name = codes.length === parameters.length ? intervalNameOfCodes(codes) : null;
  return name === null ? null : { kind: "scalar", name, parameters: [] };
}

function refuse(expected: string, path: string): never {
  throw new TypeSignatureError(`expected ${expected}`, path);
}

function validated<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const inner = (issue?.path ?? [])
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  const problem = issue ? explainIssue(issue, value) : "is not understood";
  throw new TypeSignatureError(problem, `${path}${inner}`.replace(/^\./, ""));
}
