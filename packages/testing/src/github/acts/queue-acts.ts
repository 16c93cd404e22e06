import { commitAt } from "../git/commits.js";
import { tipOf } from "../state/find.js";
import { makeCommit, mergedTree } from "../state/pull-facts.js";
import { timestamp } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import { actor, type Place, pullAt } from "./act.js";

/**
 * Puts a pull request into the merge queue: GitHub merges it onto the tip of its base under `gh-readonly-queue/`, and asks for
 * the checks of that commit: `merge_group.checks_requested`.
 */
export async function queueForMerge(
  place: Place,
  { number, by }: { number: number; by?: string },
): Promise<{ headSha: string; headRef: string; delivery: Delivery }> {
  const { world, repository } = place;
  const pull = await pullAt(place, number);
  const tip = await tipOf(repository, pull.baseRef);
  const tree = tip === null ? null : await mergedTree(repository.git, tip.sha, pull.headSha);
  if (tip === null || tree === null) throw new Error(`pull request ${number} cannot be merged into ${pull.baseRef}`);
  const message = `Merge pull request #${number} from ${pull.headRef}`;
  const author = { name: pull.issue.author.login, email: pull.issue.author.email ?? "noreply@github.com" };
  const headSha = await makeCommit(repository.git, tree, [tip.sha, pull.headSha], message, author, timestamp(world));
  const headRef = `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${number}-${tip.sha}`;
  await repository.git.run(["update-ref", headRef, headSha]);
  const head = await commitAt(repository.git, headSha);
  const person = (who: { readonly name: string; readonly email: string }) => ({ name: who.name, email: who.email });
  const group = {
    head_sha: headSha,
    head_ref: headRef,
    base_sha: tip.sha,
    base_ref: `refs/heads/${pull.baseRef}`,
    head_commit: {
      id: headSha,
      tree_id: tree,
      message,
      timestamp: timestamp(world),
      author: person(author),
      committer: person(head?.committer ?? author),
    },
  };
  const happened = { event: "merge_group", action: "checks_requested", parts: { merge_group: group } };
  const sender = actor(place, by, pull.issue.author);
  return { headSha, headRef, delivery: eventDelivery(world, repository, { ...happened, by: sender }) };
}
