import { loadContractReader, UserError, type ViewName, viewLabel } from "@schema-gate/contract";
import type { Commits } from "../git/commits.js";
import type { Side } from "../sides/side.js";

/** Since which day (UTC) views of the base tip have been published there, by label; one that is not known is not in the answer. */
export type ReleaseDays = (views: readonly ViewName[], baseTip: Side) => Promise<ReadonlyMap<string, string>>;

/** The days of the branch that ends in `commit`. */
export function releaseDays(commits: Commits, commit: string): ReleaseDays {
  return async (views, { entries, contracts }) => {
    const labels = views.map(viewLabel);
    const snapshots = labels.flatMap((label) => entries.get(label)?.file ?? []);
    const shown = await commits.firstDays(commit, [...new Set(snapshots)]);
    const days = new Map<string, string>();
    for (const label of labels) {
      const file = contracts?.entries.get(label)?.file;
      const snapshot = entries.get(label);
      // What readers can query counts; a contract alone counts for as long as it has said that they may.
      const day = snapshot
        ? shown.get(snapshot.file)
        : file === undefined
          ? null
          : await outSince(commits, commit, file);
      if (day) days.set(label, day);
    }
    return days;
  };
}

/** Since when a contract has said that readers may build on the view; `null` if it does not. */
async function outSince(commits: Commits, commit: string, file: string): Promise<string | null> {
  const versions = await commits.fileVersions(commit, file);
  const read = await loadContractReader();
  let since: string | null = null;
  for (const { day, blob } of versions) {
    if (blob === null || !(await isOutIn(commits, blob, (text) => read(text, file).contract.promises.status))) break;
    since = day;
  }
  return since;
}

/** A contract that could not be read, then or by today's rules, promised nothing that could be relied on. */
async function isOutIn(commits: Commits, blob: string, statusOf: (text: string) => string): Promise<boolean> {
  let status: string | null = null;
  await commits.readBlobs([blob], (_, bytes) => {
    try {
      status = statusOf(bytes.toString("utf8"));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  });
  return status === "active" || status === "deprecated";
}
