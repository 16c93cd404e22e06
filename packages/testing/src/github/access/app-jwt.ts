import { createPublicKey, verify } from "node:crypto";
import { Refusal } from "../http/reply.js";
import type { App } from "../state/app.js";
import type { World } from "../state/world.js";

/** GitHub takes a token of an app for ten minutes at most. */
const longestSeconds = 600;

/** The app that signed a JSON web token (RS256), by GitHub's rules for its claims; throws GitHub's refusal. */
export function appOfJwt(world: World, token: string): App {
  const [header = "", claims = "", signature = ""] = token.split(".");
  const { iss, iat, exp } = decode(claims);
  const app = world.apps.find(({ id }) => `${id}` === `${iss}`);
  if (app === undefined) throw new Refusal(404, "Integration not found");
  if (app.publicKey === null || decode(header).alg !== "RS256") throw undecodable();
  const key = createPublicKey(app.publicKey);
  const signed = Buffer.from(`${header}.${claims}`);
  if (!verify("sha256", signed, key, Buffer.from(signature, "base64url"))) throw undecodable();
  const now = Math.floor(world.now().getTime() / 1000);
  if (typeof iat !== "number" || iat > now) {
    throw new Refusal(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (typeof exp !== "number" || exp <= now) {
    const what = "a numeric value representing the future time at which the assertion expires";
    throw new Refusal(401, `'Expiration time' claim ('exp') must be ${what}`);
  }
  if (exp > now + longestSeconds) {
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  return app;
}

const undecodable = () => new Refusal(401, "A JSON web token could not be decoded");

function decode(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    if (typeof value === "object" && value !== null) return { ...value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw undecodable();
}
