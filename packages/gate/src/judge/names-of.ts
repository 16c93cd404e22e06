import type { ViewName } from "@schema-gate/contract";
import type { Side } from "../sides/side.js";

/** The views of a side, by snapshot, by contract or both. */
export function namesOf({ entries, contracts }: Side): ViewName[] {
  const names = Array.from(entries.values(), ({ name }) => name);
  for (const [label, { name }] of contracts?.entries ?? []) if (!entries.has(label)) names.push(name);
  return names;
}

/** The view a label means on a side; `null` if it does not stand there. */
export function nameOf({ entries, contracts }: Side, label: string): ViewName | null {
  return (entries.get(label) ?? contracts?.entries.get(label))?.name ?? null;
}
