import { page } from "../http/reply.js";
import { commitNamed } from "../state/find.js";
import { pullCommits, pullFiles } from "../state/pull-facts.js";
import { commitWire, fileWire } from "../wire/commit.js";
import { type Handlers, inRepository } from "./call.js";
import { pullAsked } from "./pulls.js";

/** GitHub lists no more of either, and does not say that it left some out. */
const mostFiles = 3000;
const mostCommits = 250;

/** What a pull request brings, as git tells it. */
export const pullContents: Handlers = {
  "pulls/list-files": inRepository("pull_requests:read", async (call) => {
    const { world, repository } = call;
    const pull = await pullAsked(call);
    const files = (await pullFiles(repository, pull)).slice(0, mostFiles);
    return page(files.map((file) => fileWire(world, repository, pull.headSha, file)));
  }),

  "pulls/list-commits": inRepository("pull_requests:read", async (call) => {
    const { world, repository } = call;
    const shas = (await pullCommits(repository, await pullAsked(call))).slice(0, mostCommits);
    const commits = await Promise.all(shas.map((sha) => commitNamed(repository, sha)));
    return page(commits.map((commit) => commitWire(world, repository, commit)));
  }),
};
