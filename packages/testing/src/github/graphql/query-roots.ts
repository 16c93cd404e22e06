import { GraphQLError } from "graphql";
import type { Caller } from "../access/caller.js";
import { maySee, requireOne } from "../access/permissions.js";
import { Refusal } from "../http/reply.js";
import type { Repository } from "../state/repository.js";
import type { World } from "../state/world.js";
import { gitObjectWire } from "./git-object.js";

/** Bytes of git's objects that a query may still read before GitHub's time for it is over. */
export interface Reading {
  bytesLeft: number;
}

/** What a query can ask for, as whoever asks may see it. */
export function queryRoots(world: World, caller: Caller, reading: Reading) {
  return {
    repository({ owner, name }: { readonly owner: string; readonly name: string }) {
      const repository = world.repositories.get(`${owner}/${name}`);
      if (repository !== undefined && maySee(caller, repository)) return repositoryRoots(caller, repository, reading);
      throw typed("NOT_FOUND", `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
  };
}

function repositoryRoots(caller: Caller, repository: Repository, reading: Reading) {
  return {
    async object({ oid, expression }: { readonly oid?: string; readonly expression?: string }) {
      requireContents(caller, repository);
      if (oid !== undefined && !/^[0-9a-f]{40}$/.test(oid)) throw typed("INVALID", `'${oid}' is not a Git object ID.`);
      const object = await repository.git.object(oid ?? expression ?? "");
      if (object === null) return null;
      reading.bytesLeft -= object.data.length;
      return gitObjectWire(object);
    },
  };
}

function requireContents(caller: Caller, repository: Repository): void {
  try {
    requireOne(caller, repository, ["contents:read"]);
  } catch (error) {
    if (error instanceof Refusal) throw typed("FORBIDDEN", error.message);
    throw error;
  }
}

/** An error as GitHub answers it, its kind beside the message. */
function typed(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
