import * as z from "zod";
import { isDate } from "../calendar.js";

const said = z.string().refine((text) => text.trim() !== "", "must not be empty");
const fact = z.string().nullable();

/** `waivers/<finding id>.yaml`, format 1 (design 2.4): the permission for exactly one finding. */
export const waiverSchema = z.strictObject({
  formatVersion: z.literal(1).describe("The format of this file."),
  finding: z
    .string()
    .regex(/^[0-9a-f]{16}$/, "must be the finding's id, 16 hexadecimal digits")
    .describe("Id of the finding, as the report gives it; the file is named for it."),
  rule: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)+$/, "must be a rule's id, like column-removed")
    .describe("The rule that found it."),
  view: said.describe("catalog.schema.name, as the report gives it."),
  path: z.string().describe("Where in the view; empty for the view itself."),
  before: fact.describe("The finding's before, or null."),
  after: fact.describe("The finding's after, or null."),
  owner: said.describe("Who answers for this permission."),
  reason: said.describe("Why readers may break."),
  ends: z
    .string()
    .refine(isDate, "must be a date that exists, like 2026-11-22")
    .describe("The last day it holds, UTC."),
});

/** The recorded permission for one finding: who gave it, why, until when. */
export type Waiver = Readonly<z.output<typeof waiverSchema>>;

/** The JSON Schema of a waiver file, as published with the package. */
export function waiverJsonSchema(): object {
  return z.toJSONSchema(waiverSchema.meta({ title: "Schema Gate: waiver, format 1" }), { io: "input" });
}
