import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Payload = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);
let examples: readonly { readonly name: string; readonly examples: readonly Payload[] }[] | undefined;
let ajv: Ajv | undefined;
const checks = new Map<string, ValidateFunction>();

/** GitHub's published example of an event: of this action if there is one, of an installed app rather than a repository's hook. */
export function publishedExample(event: string, action: string | null): Payload {
  examples ??= require("@octokit/webhooks-examples");
  const all = examples?.find(({ name }) => name === event)?.examples ?? [];
  const exact = all.filter((one) => (one.action ?? null) === action);
  const found =
    exact.find((one) => one.installation !== undefined) ??
    exact[0] ??
    all.find((one) => one.installation !== undefined);
  if (found === undefined) throw new Error(`GitHub publishes no example of ${event}`);
  return found;
}

/** Throws unless a payload fits GitHub's published schema of the event and action. */
export function requirePublished(event: string, action: string | null, payload: Payload): void {
  const name = action === null ? `${event}$event` : `${event}$${action}`;
  const check = checks.get(name) ?? compile(name);
  checks.set(name, check);
  if (check(payload)) return;
  const why = (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  throw new Error(`the payload of ${name} is not what GitHub sends: ${why.join("; ")}`);
}

function compile(name: string): ValidateFunction {
  if (ajv === undefined) {
    ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addSchema(require("@octokit/webhooks-schemas"), "webhooks");
  }
  return ajv.compile({ $ref: `webhooks#/definitions/${name}` });
}
