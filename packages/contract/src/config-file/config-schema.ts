import * as z from "zod";
import { parsePeriod } from "../calendar.js";
import { leadsSchema } from "./leads.js";
import { parseNamingPattern } from "./naming-pattern.js";
import { profileSchema } from "./profile.js";

const text = z.string().min(1, "must not be empty");

const namingPattern = text.superRefine((pattern, context) => {
  const parsed = parseNamingPattern(pattern);
  if (typeof parsed === "string") context.addIssue({ code: "custom", message: parsed });
});

const schemaPattern = text
  .regex(/^[^*]*(?:\*[^*]+)*\*?$/, "must not hold two * in a row")
  .describe("A schema, or catalog.schema; * stands for any text.");

const period = text
  .refine((value) => parsePeriod(value) !== null, "must be a period of years, months, weeks and days, like P3M")
  .describe("ISO 8601 period.");

const requiredColumnsSchema = z.strictObject({
  columns: z.array(text).min(1, "must name at least one column"),
  when: z.enum(["always", "soft-deletion", "evergreen"]).default("always").describe("Which views must have them."),
});

const action = z.enum(["block", "acknowledge", "warn", "allow"]);

const actionsSchema = z.strictObject({
  breaking: action.default("block"),
  risky: action.default("warn"),
  additive: action.default("allow"),
  neutral: action.default("allow"),
  policy: action.default("warn"),
  // What could not be checked is never let through in silence.
  gate: action.exclude(["allow"]).default("block"),
});

const evergreenColumns = ["version_id", "task_id", "build_variant", "execution"];

/** `schema-gate.yaml`, format 1 (design 2.3). Every key may be left out; a list that is given replaces the default one. */
export const configSchema = z.strictObject({
  formatVersion: z.literal(1).default(1),
  naming: z
    .strictObject({
      patterns: z
        .array(namingPattern)
        .default(["v__{source}__{entity}__v{version}", "{project}_{entity}_v{version}"])
        .describe("In order, most literal first; the last part is {version}."),
    })
    .prefault({}),
  publicSchemas: z.array(schemaPattern).min(1, "must name at least one schema").default(["dev_prod_live"]),
  landingSchemas: z.array(schemaPattern).default(["*_landing", "*_raw"]),
  operationalCatalogs: z.array(text).default(["atlas", "mongodb"]),
  requiredColumns: z.array(requiredColumnsSchema).default([
    { columns: ["updated_at", "inserted_at", "xformed_at"], when: "always" },
    { columns: ["deleted_at"], when: "soft-deletion" },
    { columns: evergreenColumns, when: "evergreen" },
  ]),
  supportWindow: period.default("P3M"),
  actions: actionsSchema.prefault({}),
  losslessWidening: z.enum(["breaking", "risky"]).default("breaking"),
  bounds: z
    .strictObject({ loosenedFactor: z.number().min(1, "must be at least 1").max(1000).default(2) })
    .prefault({})
    .describe("A promise of time that is this many times looser breaks; one less loose is risky."),
  jobRepositories: z
    .array(text.regex(/^[\w.-]+\/[\w.-]+$/, "must be owner/name"))
    .default([])
    .describe("Repositories with reviewed code that may define jobs."),
  leads: leadsSchema,
  profiles: z
    .record(
      text.regex(/^[a-z][a-z0-9_-]*$/, "a profile's name may hold a-z, 0-9, _ and - and starts with a letter"),
      profileSchema,
    )
    .default({}),
});

/** What the gate is told to do here; see design 2.3 for what each key means. */
export type Config = Readonly<z.output<typeof configSchema>>;
export type ConfiguredActions = Config["actions"];
export type RequiredColumns = Config["requiredColumns"][number];

/** The JSON Schema of `schema-gate.yaml`, as published with the package. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema.meta({ title: "Schema Gate: configuration, format 1" }), { io: "input" });
}
