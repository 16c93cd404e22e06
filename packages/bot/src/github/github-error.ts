import { UserError, type UserErrorKind } from "@schema-gate/contract";

/**
 * `forbidden`: a permission is missing. `missing`: it is not there, or may not be seen. `refused`: GitHub understood and will
 * not. `limited`: it will not before an hour or so is over, and nothing was done. `unclear`: nobody knows whether it was done: no
 * answer, an error of GitHub's own, or an answer nobody can read.
 */
export type GitHubErrorReason = "forbidden" | "missing" | "refused" | "limited" | "unclear";

/** GitHub did not do what it was asked to do. */
export class GitHubError extends UserError {
  readonly reason: GitHubErrorReason;

  constructor(kind: UserErrorKind, reason: GitHubErrorReason, message: string, options?: ErrorOptions) {
    super(kind, message, options);
    this.name = "GitHubError";
    this.reason = reason;
  }
}
