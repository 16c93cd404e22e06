export { commitsOfGitHub } from "./github/commits/api-commits.js";
export type { GitHub } from "./github/github.js";
export { GitHubError, type GitHubErrorReason } from "./github/github-error.js";
export type { Credentials, RepositoryAccess } from "./github/octokit/client.js";
export { octokitGitHub } from "./github/octokit/octokit-github.js";
export type { Comment, Reaction } from "./github/publishing.js";
export type { Permission, PullRequest } from "./github/pull-requests.js";
export type { Approvals, UncountedApproval } from "./judge/approvals.js";
export {
  type CheckCommits,
  type CommitsToCheck,
  type Judge,
  judgePullRequest,
  type MergeGroup,
} from "./judge/judge-pull-request.js";
export type { CouldNotCheck, Judgement, Verdict } from "./judge/judgement.js";
export { conclusionOf, titleOf } from "./publish/conclusion.js";
export { jobSummary } from "./publish/job-summary.js";
export type { Concluded, Publication } from "./publish/publish-judgements.js";
export { type Reviewed, reviewMergeGroup, reviewPullRequest } from "./review-pull-request.js";
