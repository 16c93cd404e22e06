import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Payload = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);
let examples: readonly { readonly name: string; readonly examples: readonly Payload[] }[] | undefined;
let ajv: Ajv | undefined;
const checks = new Map<string, ValidateFunction>();

/**
 * GitHub's published example of an event: of this action if there is one (`exact`), and of an installed app rather than a
 * repository's hook.
 */
export function publishedExample(
  event: string,
  action: string | null,
): { readonly payload: Payload; readonly exact: boolean } {
  examples ??= require("@octokit/webhooks-examples");
  const all = examples?.find(({ name }) => name === event)?.examples ?? [];
  const same = all.filter((one) => (one.action ?? null) === action);
  const installed = (some: readonly Payload[]) => some.find((one) => one.installation !== undefined) ?? some[0];
  const found = installed(same) ?? installed(all);
  if (found === undefined) throw new Error(`GitHub publishes no example of ${event}`);
  return { payload: found, exact: same.includes(found) };
}

/** Throws unless a payload fits GitHub's published schema of the event and action. */
export function requirePublished(event: string, action: string | null, payload: Payload): void {
  const name = action === null ? `${event}$event` : `${event}$${action}`;
  const check = checks.get(name) ?? compile(name);
  checks.set(name, check);
  if (check(payload)) return;
  const why = (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  throw new Error(`the payload of ${name} is not what GitHub sends: ${why.join("; ")}`);
}

function compile(name: string): ValidateFunction {
  ajv ??= makeAjv();
  const check = ajv.getSchema(addressOf(name));
  if (check === undefined) throw new Error(`GitHub publishes no schema of ${name}`);
  return check;
}

/** Each definition stands by itself, so that one event does not cost the compiling of all. */
function makeAjv(): Ajv {
  const made = new Ajv({ strict: false, allErrors: true, validateSchema: false, inlineRefs: false, meta: false });
  formats.default(made);
  const { definitions }: { definitions: Readonly<Record<string, object>> } = require("@octokit/webhooks-schemas");
  for (const [name, schema] of Object.entries(definitions)) {
    const text = JSON.stringify(schema).replaceAll(`"$ref":"#/definitions/`, `"$ref":"${addressOf("")}`);
    made.addSchema(JSON.parse(text), addressOf(name));
  }
  return made;
}

const addressOf = (name: string) => `https://api.github.invalid/webhooks/${name}`;
