import { Refusal } from "../http/reply.js";
import type { World } from "../state/world.js";
import { appOfJwt } from "./app-jwt.js";
import type { Caller } from "./caller.js";

/** Whom the Authorization header of a request stands for; throws the refusal GitHub answers a bad one with. */
export function authenticate(world: World, header: string | undefined): Caller {
  if (header === undefined) return { kind: "anonymous" };
  const secret = secretIn(header);
  if (secret.split(".").length === 3) return { kind: "app", app: appOfJwt(world, secret) };
  const token = world.tokens.get(secret);
  if (token === undefined || (token.endsAt !== null && token.endsAt <= world.now().getTime())) {
    throw new Refusal(401, "Bad credentials");
  }
  const { caller } = token;
  if (caller.kind === "installation" && caller.installation !== null && caller.installation.suspendedAt !== null) {
    throw new Refusal(403, "This installation has been suspended");
  }
  return caller;
}

/** git sends the token as the password of any user name. */
function secretIn(header: string): string {
  const [scheme = "", value = ""] = header.split(/\s+/, 2);
  if (scheme.toLowerCase() !== "basic") return value;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}
