import { ok } from "../http/reply.js";
import { type Handlers, onGithub } from "./call.js";

/** How far the caller has come in its hour. */
export const rates: Handlers = {
  "rate-limit/get": onGithub(({ rates: keeper, caller }) => {
    const [core, graphql] = (["core", "graphql"] as const).map((resource) => {
      const { limit, used, reset } = keeper.allowance(caller, resource);
      return { limit, used, remaining: Math.max(limit - used, 0), reset };
    });
    return ok({ resources: { core, search: core, graphql }, rate: core });
  }),
};
