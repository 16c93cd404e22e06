import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { githubDescription, type Schema } from "./description.js";

/** One place that does not fit a schema: where in the value, as a JSON pointer, and why. */
export interface Misfit {
  readonly at: string;
  readonly keyword: string;
  readonly message: string;
}

const known = new Map<Schema, ValidateFunction>();
let ajv: Ajv2020 | undefined;

/** What of a value does not fit a schema of GitHub's description; nothing when it does. Compiled on first use. */
export function misfits(schema: Schema, value: unknown): readonly Misfit[] {
  let check = known.get(schema);
  if (check === undefined) {
    ajv ??= makeAjv();
    check = ajv.compile(anchored(schema));
    known.set(schema, check);
  }
  return check(value) ? [] : (check.errors ?? []).map(misfit);
}

/** Each component stands by itself, so that it is compiled once however many operations speak of it. */
function makeAjv(): Ajv2020 {
  const made = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    inlineRefs: false,
    meta: false,
  });
  formats.default(made);
  // GitHub's own names of formats: a repository by owner and name, and a time.
  made.addFormat("repo.nwo", /^[^/\s]+\/[^/\s]+$/);
  made.addFormat("timestamp", (text) => !Number.isNaN(Date.parse(text)));
  for (const [name, schema] of Object.entries(githubDescription().schemas)) {
    made.addSchema(anchored(schema), addressOf(name));
  }
  return made;
}

const addressOf = (name: string) => `https://api.github.invalid/schemas/${name}`;

/** The schema with its references led to the components. */
function anchored(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll(`"$ref":"#/components/schemas/`, `"$ref":"${addressOf("")}`));
}

function misfit({ instancePath, keyword, message, params }: ErrorObject): Misfit {
  const detail = keyword === "enum" ? `: ${JSON.stringify(params.allowedValues)}` : "";
  return { at: instancePath, keyword, message: `${message ?? keyword}${detail}` };
}
