import { nameLabel, type ViewName, viewLabel } from "@schema-gate/contract";

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
