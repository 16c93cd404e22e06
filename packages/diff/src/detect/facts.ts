import type { ViewName } from "@schema-gate/contract";
import type { Change, ChangeKind } from "../change.js";
import type { Anchor } from "../finding.js";

/** What all changes found at one place share. */
export interface Facts {
  readonly view: ViewName;
  readonly anchor: Anchor;
}

type Rest<K extends ChangeKind> = Omit<Change<K>, "kind" | keyof Facts>;

/** Puts a change together from what its place shares and what is its own. */
export function fact<K extends ChangeKind>(kind: K, { view, anchor }: Facts, rest: Rest<K>): Change {
  return { kind, view, anchor, ...rest } as unknown as Change;
}
