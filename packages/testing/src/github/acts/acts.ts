import type { Artifact, Protection } from "../state/repository.js";
import { timestamp } from "../state/world.js";
import type { Place } from "./act.js";
import { rerequestCheck } from "./check-acts.js";
import { comment, deleteComment, editComment } from "./comment-acts.js";
import { lockIssue, removeIssue } from "./issue-acts.js";
import { checksOn, commentsOn, type SeenCheck, type SeenComment, statusesOn } from "./look.js";
import {
  closePullRequest,
  editPullRequest,
  mergePullRequest,
  openPullRequest,
  reopenPullRequest,
  retargetPullRequest,
  setDraft,
} from "./pull-acts.js";
import { push } from "./push.js";
import { queueForMerge } from "./queue-acts.js";
import { dismissReview, editReview, submitReview } from "./review-acts.js";
import { endRun } from "./run-acts.js";

const done = {
  openPullRequest,
  closePullRequest,
  reopenPullRequest,
  mergePullRequest,
  retargetPullRequest,
  editPullRequest,
  setDraft,
  push,
  submitReview,
  editReview,
  dismissReview,
  comment,
  editComment,
  deleteComment,
  queueForMerge,
  rerequestCheck,
  endRun,
};

/** What somebody can do in a repository, each with the webhook deliveries GitHub would send; and what a test can look at. */
export type Acts = {
  readonly [Name in keyof typeof done]: (said: Parameters<(typeof done)[Name]>[1]) => ReturnType<(typeof done)[Name]>;
} & {
  readonly commentsOn: (number: number) => readonly SeenComment[];
  readonly checksOn: (sha: string) => readonly SeenCheck[];
  readonly statusesOn: (sha: string) => Readonly<Record<string, string>>;
  readonly lockIssue: (number: number) => void;
  /** As whoever deletes an issue, or moves it elsewhere. */
  readonly removeIssue: (number: number) => void;
  /** Protects a branch, or with null no longer. */
  readonly protect: (branch: string, protection: Protection | null) => void;
  /** Leaves a file of a workflow run behind; gives its id. */
  readonly addArtifact: (artifact: Omit<Artifact, "id" | "createdAt">) => number;
};

export function actsIn(place: Place): Acts {
  return {
    openPullRequest: (said) => openPullRequest(place, said),
    closePullRequest: (said) => closePullRequest(place, said),
    reopenPullRequest: (said) => reopenPullRequest(place, said),
    mergePullRequest: (said) => mergePullRequest(place, said),
    retargetPullRequest: (said) => retargetPullRequest(place, said),
    editPullRequest: (said) => editPullRequest(place, said),
    setDraft: (said) => setDraft(place, said),
    push: (said) => push(place, said),
    submitReview: (said) => submitReview(place, said),
    editReview: (said) => editReview(place, said),
    dismissReview: (said) => dismissReview(place, said),
    comment: (said) => comment(place, said),
    editComment: (said) => editComment(place, said),
    deleteComment: (said) => deleteComment(place, said),
    queueForMerge: (said) => queueForMerge(place, said),
    rerequestCheck: (said) => rerequestCheck(place, said),
    endRun: (said) => endRun(place, said),
    commentsOn: (number) => commentsOn(place, number),
    checksOn: (sha) => checksOn(place, sha),
    statusesOn: (sha) => statusesOn(place, sha),
    lockIssue: (number) => lockIssue(place, number),
    removeIssue: (number) => removeIssue(place, number),
    protect(branch, protection) {
      if (protection === null) place.repository.protection.delete(branch);
      else place.repository.protection.set(branch, protection);
    },
    addArtifact(artifact) {
      const id = place.world.nextId();
      place.repository.artifacts.push({ ...artifact, id, createdAt: timestamp(place.world) });
      return id;
    },
  };
}
