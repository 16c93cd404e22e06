import type { Promises, ViewName } from "@schema-gate/contract";

/** What the contract of a view says that may soften a verdict. Dates are `2026-11-22`. */
export type StatedFacts = Pick<Promises, "status" | "released" | "endOfSupport" | "stakeholders"> & {
  /** Full name of the view that readers were told to move to. */
  readonly successor: string | null;
};

/** What the base tip says of a view that stands there (design 2.5). */
export interface BelievedFacts {
  readonly hasSnapshot: boolean;
  /** `null` where the view has no contract. */
  readonly stated: StatedFacts | null;
  /** Since which day it has been published on the base branch; `null` where that is not known. */
  readonly stoodSince: string | null;
}

/** The base tip, as far as a comparison must believe it: never the change's own word, nor an older commit's. */
export interface BelievedTip {
  /** The views there that may be of the families concerned. */
  readonly views: readonly ViewName[];
  /** `null` for a view that does not stand there. */
  readonly factsOf: (view: ViewName) => BelievedFacts | null;
  /** Whether there is a history that tells since when views have stood there. */
  readonly hasHistory: boolean;
}

/** Whom to ask whether readers were promised anything of a view. */
export interface Publication {
  /** Whether a view stands in a public schema, where anybody may read it. */
  readonly isPublic: (view: ViewName) => boolean;
  readonly believed: BelievedTip;
}

/** The part of a contract's promises that counts only as the base tip has it. */
export function statedFacts({ status, released, endOfSupport, stakeholders, lineage }: Promises): StatedFacts {
  return { status, released, endOfSupport, stakeholders, successor: lineage.successor };
}

/**
 * Whether a view is published: it stands in a public schema of the base tip, or a contract there says that readers may build
 * on it. What stands there has readers, whatever its contract calls it.
 */
export function isPublished(view: ViewName, { isPublic, believed }: Publication): boolean {
  if (!isPublic(view)) return false;
  const facts = believed.factsOf(view);
  return facts !== null && (facts.hasSnapshot || isOut(facts.stated));
}

/** Whether a contract says that readers may build on the view. */
export function isOut(stated: Pick<StatedFacts, "status"> | null): boolean {
  return stated?.status === "active" || stated?.status === "deprecated";
}

/** The release date a contract states; what a draft or a proposal says is a plan. */
export function statedRelease(stated: Pick<StatedFacts, "status" | "released"> | null): string | null {
  return stated === null || stated.status === "draft" || stated.status === "proposed" ? null : stated.released;
}
