import type { Caller } from "../access/caller.js";
import type { Need } from "../access/permissions.js";
import type { RateKeeper } from "../access/rate-limit.js";
import type { Values } from "../description/check-request.js";
import type { Reply } from "../http/reply.js";
import type { Repository } from "../state/repository.js";
import type { World } from "../state/world.js";

/** One request that fits its description, from a caller who may ask it. */
export interface Call {
  readonly world: World;
  readonly caller: Caller;
  readonly rates: RateKeeper;
  readonly path: Values;
  readonly query: Values;
  readonly body: Values;
  /** The Accept header. */
  readonly accept: string;
}

/** A call about a repository the caller sees. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

/** How the double does one of GitHub's operations, and who may ask for it. */
export type Handler =
  /** Anybody with the permission in the repository that the path names. */
  | {
      readonly about: "repository";
      readonly needs: readonly Need[];
      readonly answer: (call: RepositoryCall) => Reply | Promise<Reply>;
    }
  /** Whoever `answer` itself lets. */
  | { readonly about: "github"; readonly answer: (call: Call) => Reply | Promise<Reply> };

/** An operation on a repository, for callers with one of the permissions. */
export function inRepository(
  needs: Need | readonly Need[],
  answer: (call: RepositoryCall) => Reply | Promise<Reply>,
): Handler {
  return { about: "repository", needs: typeof needs === "string" ? [needs] : needs, answer };
}

/** An operation that is not about one repository. */
export function onGithub(answer: (call: Call) => Reply | Promise<Reply>): Handler {
  return { about: "github", answer };
}

/** Handlers by the operation's id. */
export type Handlers = Readonly<Record<string, Handler>>;
