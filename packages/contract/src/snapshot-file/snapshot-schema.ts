import * as z from "zod";

const name = z.string().min(1, "must not be empty").max(4096, "must have 4096 characters at most");
const unknownOr = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

export const columnSchema = z.strictObject({
  name: name.describe("Column name; compared in lower case."),
  type: z.string().min(1, "must not be empty").describe("Type text: Trino's SQL for the type."),
  nullable: unknownOr(z.boolean()).describe("null is unknown, as for every column of a view."),
  comment: unknownOr(z.string()),
});

/** One snapshot file, format 1 (design 2.1): an absent key reads as null, and null means unknown. */
export const snapshotSchema = z.strictObject({
  formatVersion: z.literal(1),
  catalog: name,
  schema: name,
  name,
  kind: unknownOr(z.enum(["view", "materialized-view", "table"])),
  security: unknownOr(z.enum(["definer", "invoker"])),
  comment: unknownOr(z.string()),
  columns: z.array(columnSchema).describe("In Trino's order."),
  definition: unknownOr(z.string()),
});

/** A snapshot file, read. */
export type SnapshotFile = z.infer<typeof snapshotSchema>;
