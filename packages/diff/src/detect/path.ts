import { nameLabel } from "@schema-gate/contract";

/** One step from a type into a part of it; a `position` counts from 1 and names an anonymous or doubled field. */
export type Step =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "position"; readonly position: number }
  | { readonly kind: "element" }
  | { readonly kind: "value" }
  | { readonly kind: "key" };

/** A column and the way into its type, read like SQL when printed: `depends_on[].status`, `attrs{}.x`, `details.#2`. */
export interface TypePath {
  readonly column: string;
  readonly steps: readonly Step[];
}

export function deeper(path: TypePath, step: Step): TypePath {
  return { column: path.column, steps: [...path.steps, step] };
}

export function printPath(path: TypePath): string {
  return nameLabel(path.column) + path.steps.map(printStep).join("");
}

/** Whether a printed path is that of a column (given as its label) or of something inside of it. */
export function isInside(path: string, label: string): boolean {
  return path === label || (path.startsWith(label) && /^[.[{]/.test(path.slice(label.length)));
}

function printStep(step: Step): string {
  switch (step.kind) {
    case "field":
      return `.${nameLabel(step.name)}`;
    case "position":
      return `.#${step.position}`;
    case "element":
      return "[]";
    case "value":
      return "{}";
    case "key":
      return "{key}";
  }
}

/** Where the part stands in the canonical document (RFC 6901), whose shape `canonical-document.ts` gives. */
export function pointerOf(path: TypePath): string {
  return `${columnPointer(path.column)}/type${path.steps.map(pointerStep).join("")}`;
}

export function columnPointer(column: string): string {
  return `/columns/${escapePointer(column)}`;
}

/** Where a promise stands in the canonical document, by its path in findings. */
export function promisePointer(path: string): string {
  return `/promises/${escapePointer(path)}`;
}

function pointerStep(step: Step): string {
  switch (step.kind) {
    case "field":
      return `/row/fields/${escapePointer(`.${step.name}`)}`;
    case "position":
      return `/row/fields/#${step.position}`;
    case "element":
      return "/array";
    case "value":
      return "/map/value";
    case "key":
      return "/map/key";
  }
}

function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
