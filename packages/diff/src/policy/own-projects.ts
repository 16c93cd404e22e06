import { familyOf } from "@schema-gate/contract";
import type { ViewState } from "./state-facts.js";

/**
 * Whose data a view holds: the project its contract names, else those its name may start with (`bf` and `bf_manager` of
 * `bf_manager_bfs_v1`), since nothing says where the one ends.
 */
export function ownProjects({ view, contract, config }: Pick<ViewState, "view" | "contract" | "config">): string[] {
  const stated = contract?.promises?.project ?? null;
  if (stated !== null) return [stated.toLowerCase()];
  const { project, entity } = familyOf(view.name, config.naming.patterns);
  if (project === null) return [];
  const words = entity?.split("_").slice(0, -1) ?? [];
  return [project, ...words.map((_, index) => [project, ...words.slice(0, index + 1)].join("_"))];
}
