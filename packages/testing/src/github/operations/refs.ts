import { isAncestor } from "../git/commits.js";
import { created, noContent, notFound, ok, page, Refusal } from "../http/reply.js";
import { requiredText } from "../http/values.js";
import { followHeads } from "../state/pull-facts.js";
import type { Repository } from "../state/repository.js";
import type { World } from "../state/world.js";
import { apiUrl } from "../wire/repository.js";
import { type Handlers, inRepository } from "./call.js";

/** Git's refs, in the real repository. */
export const refs: Handlers = {
  "git/get-ref": inRepository("contents:read", async ({ world, repository, path }) => {
    await followHeads(world, repository);
    const name = `refs/${requiredText(path, "ref")}`;
    const found = (await refsUnder(repository, name)).find((one) => one.name === name);
    if (found === undefined) throw notFound();
    return ok(refWire(world, repository, found));
  }),

  "git/list-matching-refs": inRepository("contents:read", async ({ world, repository, path }) => {
    await followHeads(world, repository);
    const found = await refsUnder(repository, `refs/${requiredText(path, "ref")}`);
    return page(found.map((one) => refWire(world, repository, one)));
  }),

  "git/create-ref": inRepository("contents:write", async ({ world, repository, body }) => {
    const name = requiredText(body, "ref");
    const sha = await existing(repository, requiredText(body, "sha"));
    if (!/^refs\/(heads|tags)\/./.test(name)) throw new Refusal(422, "Reference name must start with 'refs/'.");
    const { status } = await repository.git.attempt(["update-ref", name, sha, "0".repeat(40)]);
    if (status !== 0) throw new Refusal(422, "Reference already exists");
    return created(refWire(world, repository, { name, sha, type: "commit" }));
  }),

  "git/update-ref": inRepository("contents:write", async ({ world, repository, path, body }) => {
    const name = `refs/${requiredText(path, "ref")}`;
    const before = (await refsUnder(repository, name)).find((one) => one.name === name);
    if (before === undefined) throw new Refusal(422, "Reference does not exist");
    const sha = await existing(repository, requiredText(body, "sha"));
    if (body.force !== true && !(await isAncestor(repository.git, before.sha, sha))) {
      throw new Refusal(422, "Update is not a fast forward");
    }
    await repository.git.run(["update-ref", name, sha]);
    return ok(refWire(world, repository, { name, sha, type: "commit" }));
  }),

  "git/delete-ref": inRepository("contents:write", async ({ repository, path }) => {
    const name = `refs/${requiredText(path, "ref")}`;
    const found = (await refsUnder(repository, name)).some((one) => one.name === name);
    if (!found) throw new Refusal(422, "Reference does not exist");
    await repository.git.run(["update-ref", "-d", name]);
    return noContent();
  }),
};

interface NamedRef {
  readonly name: string;
  readonly sha: string;
  readonly type: string;
}

/** The refs whose full names start so. */
async function refsUnder({ git }: Repository, start: string): Promise<readonly NamedRef[]> {
  const text = await git.run(["for-each-ref", "--format=%(refname)%00%(objectname)%00%(objecttype)"]);
  return text
    .toString("utf8")
    .split("\n")
    .flatMap((line) => {
      const [name = "", sha = "", type = ""] = line.split("\0");
      return name !== "" && name.startsWith(start) ? [{ name, sha, type }] : [];
    });
}

async function existing({ git }: Repository, sha: string): Promise<string> {
  const object = /^[0-9a-f]{40}$/.test(sha) ? await git.object(sha) : null;
  if (object === null) throw new Refusal(422, "Object does not exist");
  return object.sha;
}

function refWire(world: World, repository: Repository, { name, sha, type }: NamedRef) {
  const url = `${apiUrl(world, repository)}/git`;
  return {
    ref: name,
    node_id: `REF_${name}`,
    url: `${url}/${name}`,
    object: { type, sha, url: `${url}/${type}s/${sha}` },
  };
}
