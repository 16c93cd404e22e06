import type { Config } from "@schema-gate/contract";

/** Tells whether the configuration asks some view for a column of that name: losing any other falls short of nothing. */
export function askedColumns({ requiredColumns }: Pick<Config, "requiredColumns">): (name: string) => boolean {
  const asked = new Set(requiredColumns.flatMap(({ columns }) => columns).map(folded));
  return (name) => asked.has(folded(name));
}

/** `updatedAt` and `updated_at` are the same to the policy. */
export function folded(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}
