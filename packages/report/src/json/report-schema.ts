import { readerCategories } from "@schema-gate/diff";
import * as z from "zod";

const count = z.int().min(0);
const text = z.string();

const sideSchema = z.strictObject({
  kind: z.enum(["directory", "bundle", "git", "worktree", "live", "plan"]),
  commit: text.regex(/^[0-9a-f]{40}$/).nullable(),
  digest: text.regex(/^[0-9a-f]{64}$/).describe("SHA-256 of the canonical side."),
  views: count,
});

const findingSchema = z.strictObject({
  id: text
    .regex(/^[0-9a-f]{16}$/)
    .describe("First 16 hex digits of SHA-256 over [1, rule, view, path, before, after]."),
  rule: text.regex(/^[a-z]+(?:-[a-z]+)+$/),
  kind: z.enum(["change", "policy", "gate"]),
  impact: z.enum(["breaking", "risky", "additive", "neutral"]).nullable(),
  action: z.enum(["block", "acknowledge", "warn", "allow"]),
  view: text.nullable().describe("catalog.schema.name, quoted like SQL where a part is not a plain identifier."),
  path: text.describe("Read like SQL; empty for the view itself, promises start with @."),
  before: text.nullable(),
  after: text.nullable(),
  relation: z.enum(["widened", "narrowed", "unrelated"]).exactOptional(),
  lossless: z.boolean().exactOptional(),
  breaks: z.array(z.enum(readerCategories)),
  message: text,
  remedy: text,
  witness: text.nullable().describe("A reader's query that shows it."),
  location: z
    .strictObject({ side: z.enum(["before", "after"]), file: text, line: z.int().min(1), endLine: z.int().min(1) })
    .nullable()
    .describe("Where a person would edit; lines count from 1."),
  readers: z.array(text).describe("Known readers it breaks or may break, those whose queries fail for certain first."),
  queries: z
    .strictObject({ known: count, failing: count })
    .exactOptional()
    .describe("How many queries known to read the view were tried, and how many fail for certain."),
  waiver: z.strictObject({ file: text, owner: text, reason: text, ends: z.iso.date() }).nullable(),
});

/** A report of format 1 as others may send it back to us; `Report` says what each part means. */
export const reportSchema = z.strictObject({
  formatVersion: z.literal(1),
  verdict: z.enum(["block", "acknowledge", "warn", "pass"]),
  compared: z.strictObject({
    before: sideSchema,
    after: sideSchema,
    policy: text.regex(/^[0-9a-f]{40}$/).nullable(),
    asOf: z.iso.date(),
    planned: z.boolean(),
    changed: count,
    unchanged: count,
    covered: z
      .strictObject({ schemas: z.array(text), unseen: z.array(text) })
      .exactOptional()
      .describe("Only of drift: every view of these schemas (catalog.schema) was looked at but the unseen."),
  }),
  counts: z.strictObject({
    breaking: count,
    risky: count,
    additive: count,
    neutral: count,
    policy: count,
    gate: count,
    waived: count,
  }),
  findings: z.array(findingSchema),
});

/** The JSON Schema of report format 1, as published with the package. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema.meta({ title: "Schema Gate: report, format 1" }));
}
