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
const describedAt = "github";

const ajv = makeAjv();

function makeAjv(): Ajv2020 {
  const made = new Ajv2020({ strict: false, allErrors: true, allowUnionTypes: true, discriminator: false });
  formats.default(made);
  return made;
}

/** What of a value does not fit a schema of GitHub's description; nothing when it does. Compiled on first use. */
export function misfits(schema: Schema, value: unknown): readonly Misfit[] {
  let check = known.get(schema);
  if (check === undefined) {
    if (known.size === 0) ajv.addSchema({ $id: describedAt, components: githubDescription().components }, describedAt);
    check = ajv.compile(anchored(schema));
    known.set(schema, check);
  }
  return check(value) ? [] : (check.errors ?? []).map(misfit);
}

/** The schema with its references led to the whole description. */
function anchored(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll(`"$ref":"#/`, `"$ref":"${describedAt}#/`));
}

function misfit({ instancePath, keyword, message, params }: ErrorObject): Misfit {
  const detail = keyword === "enum" ? `: ${JSON.stringify(params.allowedValues)}` : "";
  return { at: instancePath, keyword, message: `${message ?? keyword}${detail}` };
}
