import { hash } from "node:crypto";
import type { Annotation } from "../github/publishing.js";

/** What a check of ours says of itself where only we look. */
export interface CheckIds {
  /** Which annotations belong to it. */
  readonly annotations: string;
  /** What its commit was judged by (`groundsId`); `null` where that is not known. */
  readonly grounds: string | null;
  /** The day it was judged on, where it may be worth something else on another; `null` where every day is the same. */
  readonly asOf: string | null;
}

/** The same text for the same annotations. */
export function annotationsId(annotations: readonly Annotation[]): string {
  return hash("sha256", JSON.stringify(annotations)).slice(0, 32);
}

/** As a check's external id. */
export function printIds({ annotations, grounds, asOf }: CheckIds): string {
  const parts = [`annotations:${annotations}`];
  if (grounds !== null) parts.push(`grounds:${grounds}`);
  if (asOf !== null) parts.push(`on:${asOf}`);
  return parts.join(" ");
}

/** Reads an external id; of one that is not ours nothing. */
export function readIds(externalId: string | null): {
  readonly annotations: string | null;
  readonly grounds: string | null;
  readonly asOf: string | null;
} {
  const [, annotations = null, grounds = null, asOf = null] =
    /^annotations:([0-9a-f]{32})(?: grounds:([0-9a-f]{32}))?(?: on:(\d{4}-\d\d-\d\d))?$/.exec(externalId ?? "") ?? [];
  return { annotations, grounds, asOf };
}
