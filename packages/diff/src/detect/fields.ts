import type { RowField } from "@schema-gate/contract";
import type { Step } from "./path.js";

/** A step for each field of a row: by its name where exactly one field has it, else by its position. */
export function fieldSteps(fields: readonly RowField[]): Step[] {
  const count = new Map<string, number>();
  for (const { name } of fields) if (name !== null) count.set(name, (count.get(name) ?? 0) + 1);
  return fields.map(({ name }, index) =>
    name !== null && count.get(name) === 1 ? { kind: "field", name } : { kind: "position", position: index + 1 },
  );
}

/** A text for a field's step that no other field of the row has. */
export function fieldKey(step: Step): string {
  return step.kind === "field" ? `.${step.name}` : step.kind === "position" ? `#${step.position}` : step.kind;
}
