import { isInPublicSchema, type Promises } from "@schema-gate/contract";
import type { ViewState } from "./state-facts.js";

/**
 * What the contract of a published view promises. `null` where the policy asks for no promise: in no public schema, after
 * retirement, or where no contract is written, which is a finding of its own.
 */
export function promisedOf({
  view,
  contract,
  config,
}: Pick<ViewState, "view" | "contract" | "config">): Promises | null {
  const promises = contract?.promises ?? null;
  return promises && promises.status !== "retired" && isInPublicSchema(view, config) ? promises : null;
}
