import { type Contract, nameLabel, type ViewName, viewLabel } from "@schema-gate/contract";
import { readType } from "./read-type.js";

/** A column whose type text is not a type; whoever read the file knows its path and turns this into a UserError. */
export class UnreadableType extends Error {
  readonly view: ViewName;
  readonly side: "before" | "after";
  readonly column: number;

  constructor(
    view: ViewName & { readonly columns: readonly { readonly name: string }[] },
    side: "before" | "after",
    column: number,
    cause: Error,
  ) {
    super(`${viewLabel(view)}: column ${nameLabel(view.columns[column]?.name ?? "")}: ${cause.message}`, { cause });
    this.name = "UnreadableType";
    this.view = view;
    this.side = side;
    this.column = column;
  }
}

/** The view as it is; throws UnreadableType for the first of its columns whose type cannot be read. */
export function withReadableTypes(view: Contract, side: "before" | "after"): Contract {
  for (const [index, { type }] of view.columns.entries()) {
    try {
      readType(type);
    } catch (error) {
      throw new UnreadableType(view, side, index, error as Error);
    }
  }
  return view;
}
