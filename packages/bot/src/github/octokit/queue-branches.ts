import * as z from "zod";
import { commitId } from "./answers.js";
import { askForAll } from "./ask.js";
import type { Client } from "./client.js";

const refAnswer = z.object({ ref: z.string(), object: z.object({ sha: commitId }) });

/** The branches that GitHub makes of pull requests in the merge queue; nobody else may push there. */
export async function queueBranches(
  client: Client,
): Promise<readonly { readonly name: string; readonly head: string }[]> {
  const refs = await askForAll(client, {
    route: "GET /repos/{owner}/{repo}/git/matching-refs/{ref}",
    // How many of them come at once is GitHub's to say here.
    parameters: { ref: "heads/gh-readonly-queue/", per_page: undefined },
    doing: "list the branches of the merge queue",
    permission: "contents: read",
    answer: refAnswer,
  });
  return refs.map(({ ref, object }) => ({ name: ref, head: object.sha }));
}
