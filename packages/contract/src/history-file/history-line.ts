import * as z from "zod";
import { isDate } from "../calendar.js";
import { columnSchema, snapshotSchema } from "../snapshot-file/snapshot-schema.js";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256, 64 hexadecimal digits");
const place = (pattern: RegExp) => z.string().regex(pattern, "is no place that a history may change");
const columnPath = place(/^\/columns\/(?:0|[1-9]\d{0,6})$/);
const scalarPath = place(
  /^\/(?:kind|security|comment|definition|columns\/(?:0|[1-9]\d{0,6})\/(?:type|nullable|comment))$/,
);

/**
 * What of RFC 6902 a history holds. The document is the snapshot as JSON, `null` where there is none, so that any tool
 * that knows RFC 6902 can apply a line. Nothing outside of these places can be named.
 */
const operation = z.union(
  [
    z.strictObject({ op: z.literal("add"), path: z.literal(""), value: snapshotSchema }),
    z.strictObject({ op: z.literal("add"), path: columnPath, value: columnSchema }),
    z.strictObject({ op: z.literal("remove"), path: z.union([z.literal(""), columnPath]) }),
    z.strictObject({ op: z.literal("move"), from: columnPath, path: columnPath }),
    z.strictObject({ op: z.literal("replace"), path: scalarPath, value: z.union([z.string(), z.boolean(), z.null()]) }),
  ],
  { error: "is no operation that a history may hold: whole views, columns, or one text of either" },
);

/** One line of a history, format 1 (design 2.1). */
export const historyLineSchema = z.strictObject({
  formatVersion: z.literal(1),
  /** The day (UTC) on which the snapshot was taken; never before that of a line it follows. */
  date: z.string().refine(isDate, "must be a date that exists, like 2026-11-22"),
  /** What the gate said of the change; `null` when it was found in the file, so that neither its day nor its author is known. */
  verdict: z.enum(["block", "acknowledge", "warn", "pass"]).nullable(),
  /** The lines this one follows, by the SHA-256 of their text: the patch is one of the state after the first of them. */
  follows: z.array(sha256).max(1000),
  /** SHA-256 of the snapshot file after the change; `null` when there is none any more. */
  after: sha256.nullable(),
  patch: z.array(operation),
});

/** A change of one view, as its history records it. */
export interface HistoryLine extends Readonly<Omit<z.output<typeof historyLineSchema>, "follows" | "patch">> {
  readonly follows: readonly string[];
  readonly patch: readonly HistoryOperation[];
}

/** One operation of the patch of a line. */
export type HistoryOperation = z.output<typeof operation>;

/** What the gate said of one change. */
export type HistoryVerdict = NonNullable<HistoryLine["verdict"]>;
