import {
  acknowledgeFindings,
  addFindings,
  gitSide,
  judge,
  judgePolicyEdits,
  openRepository,
  ownersOfViews,
  policyOfCommit,
  readEditedPolicy,
  releaseDays,
  SNAPSHOTS_FOLDER,
  viewsToAcknowledge,
} from "@schema-gate/gate";
import type { CheckCommits } from "../src/judge/judge-pull-request.js";

/** The gate on the commits of a clone; what is edited of the policy and who owns a view is read through GitHub. */
export function checkCommitsOfClone(directory: string): CheckCommits {
  return async (commits, { base, head, asOf, failOn, approvals }) => {
    const repository = await openRepository(directory);
    const mergeBase = await commits.mergeBase(base, head);
    const policy = await policyOfCommit(repository, base);
    const edits = await readEditedPolicy(commits, { mergeBase, base, head });
    const { waivers, findings } = judgePolicyEdits(edits, policy, approvals);
    const folder = SNAPSHOTS_FOLDER;
    const report = await judge({
      ...policy,
      waivers,
      before: await gitSide(repository, mergeBase, folder),
      after: await gitSide(repository, head, folder),
      asOf,
      planned: false,
      releasedOn: releaseDays(repository, base, folder),
      failOn,
      mode: "check",
    });
    const place = { commit: base, folder };
    const owners = await ownersOfViews(commits, place, viewsToAcknowledge(report), asOf);
    return addFindings(acknowledgeFindings(report, owners, policy.config.leads, approvals), findings);
  };
}
