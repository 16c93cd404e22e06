import { readFileSync } from "node:fs";
import { corrected } from "./corrected.js";

/** A piece of JSON Schema, or of OpenAPI around it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A parameter of an operation, as GitHub describes it. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required?: boolean;
  readonly schema: Schema;
  readonly "x-multi-segment"?: boolean;
}

/** What GitHub says of one operation: what it takes and, by status, what it answers. */
export interface Operation {
  /** As in `checks/create`. */
  readonly id: string;
  readonly method: string;
  /** As in `/repos/{owner}/{repo}/check-runs`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly schema: Schema; readonly required: boolean } | null;
  /** The schema of each described reply, by status; null where the reply has no JSON. */
  readonly replies: ReadonlyMap<number, Schema | null>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content | { readonly $ref: string }>>;
}

type Components = Schema & { readonly schemas: Readonly<Record<string, Schema>> };

/** GitHub's own description of its REST API, the part kept by slim-openapi.mjs. */
export interface Description {
  /** By name, as in `check-run`. */
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly operations: readonly Operation[];
}

let loaded: Description | undefined;

/** Reads the description once a process; some 10 ms. */
export function githubDescription(): Description {
  loaded ??= read(new URL("../../../github/github-openapi.json", import.meta.url));
  return loaded;
}

function read(file: URL): Description {
  const whole: { paths: Record<string, Record<string, RawOperation>>; components: Components } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const operations = Object.entries(whole.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, raw]) => operation(whole.components, path, method, raw)),
  );
  return { schemas: whole.components.schemas, operations };
}

function operation(components: Components, path: string, method: string, raw: RawOperation): Operation {
  const body = jsonOf(raw.requestBody ?? {});
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    path,
    parameters: (raw.parameters ?? []).map((parameter) => resolve<Parameter>(components, parameter)),
    body:
      body === null ? null : { schema: corrected(raw.operationId, body), required: raw.requestBody?.required ?? false },
    replies: new Map(
      Object.entries(raw.responses).map(([status, reply]) => [
        Number(status),
        jsonOf(resolve<Content>(components, reply)),
      ]),
    ),
  };
}

function jsonOf({ content }: Content): Schema | null {
  return content?.["application/json"]?.schema ?? null;
}

/** What a value stands for: itself, or the component it names. */
function resolve<T extends object>(components: Components, value: T | { readonly $ref: string }): T {
  if (!("$ref" in value)) return value;
  const [, , kind = "", name = ""] = value.$ref.split("/");
  const kinds = components as Readonly<Record<string, Readonly<Record<string, T>>>>;
  const found = kinds[kind]?.[name];
  if (found === undefined) throw new Error(`GitHub's description refers to ${value.$ref}, which it does not hold`);
  return found;
}
