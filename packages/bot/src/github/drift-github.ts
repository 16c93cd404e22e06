import type { Branches } from "./branches.js";
import type { GitObjects } from "./git-objects.js";
import type { Issues } from "./issues.js";
import type { OwnPullRequests } from "./own-pull-requests.js";
import type { Publishing } from "./publishing.js";
import type { PullRequests } from "./pull-requests.js";

/** One repository at GitHub, as far as the report of drift needs it. */
export interface DriftGitHub
  extends GitObjects,
    Issues,
    Branches,
    OwnPullRequests,
    Pick<PullRequests, "branchTip" | "commitsBetween">,
    Pick<Publishing, "ownComments" | "createComment"> {}
