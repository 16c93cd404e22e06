import type { MergeGroup } from "../judge/judge-pull-request.js";

/** What a workflow's run is to judge. It names things and never says how they stand: that is asked of GitHub. */
export type Asked =
  /** A pull request, and all others that end in one of `otherHeads`: their worst may have changed. */
  | { readonly kind: "pull-request"; readonly number: number; readonly otherHeads: readonly string[] }
  /** Every open pull request that ends in a commit. */
  | { readonly kind: "head"; readonly head: string }
  /** Every open pull request into a branch, or with `null` into any. */
  | { readonly kind: "branch"; readonly branch: string | null }
  /** What the merge queue made of a pull request. */
  | { readonly kind: "merge-group"; readonly group: MergeGroup };

/** A workflow's run. It is trusted where its workflow is that of a branch of the repository, whatever a pull request says. */
export interface Run {
  readonly event: string;
  readonly isTrusted: boolean;
  /** `null` where there is nothing to judge. */
  readonly asked: Asked | null;
}
