import { apps } from "./apps.js";
import { artifacts } from "./artifacts.js";
import { blobsAndTrees } from "./blobs-and-trees.js";
import { branches } from "./branches.js";
import type { Handlers } from "./call.js";
import { checkSuites } from "./check-suites.js";
import { checkRuns } from "./checks.js";
import { codeScanning } from "./code-scanning.js";
import { comments } from "./comments.js";
import { commits } from "./commits.js";
import { comparing } from "./comparing.js";
import { contents } from "./contents.js";
import { deliveries } from "./deliveries.js";
import { gitCommits } from "./git-commits.js";
import { issues } from "./issues.js";
import { labels } from "./labels.js";
import { merging } from "./merging.js";
import { people } from "./people.js";
import { pullContents } from "./pull-contents.js";
import { pulls } from "./pulls.js";
import { rates } from "./rates.js";
import { reactions } from "./reactions.js";
import { refs } from "./refs.js";
import { repositories } from "./repositories.js";
import { reviews } from "./reviews.js";
import { statuses } from "./statuses.js";

/** Every operation the double does, by the id GitHub's description gives it. */
export const handlers: Handlers = {
  ...apps,
  ...artifacts,
  ...blobsAndTrees,
  ...branches,
  ...checkRuns,
  ...checkSuites,
  ...codeScanning,
  ...comments,
  ...commits,
  ...comparing,
  ...contents,
  ...deliveries,
  ...gitCommits,
  ...issues,
  ...labels,
  ...merging,
  ...people,
  ...pullContents,
  ...pulls,
  ...rates,
  ...reactions,
  ...refs,
  ...repositories,
  ...reviews,
  ...statuses,
};
