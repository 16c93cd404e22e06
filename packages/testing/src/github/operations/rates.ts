import { ok } from "../http/reply.js";
import { type Handlers, onGithub } from "./call.js";

/** How far the caller has come in its hour. */
export const rates: Handlers = {
  "rate-limit/get": onGithub(({ rates: keeper, caller }) => {
    const { limit, used, reset } = keeper.allowance(caller);
    const core = { limit, used, remaining: Math.max(limit - used, 0), reset };
    return ok({ resources: { core, search: core }, rate: core });
  }),
};
