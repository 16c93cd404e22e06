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
  columns: z
    .array(text)
    .min(1, "must name at least one column")
    .describe("Names, compared without case and underscores: updatedAt is updated_at."),
  when: z.enum(["always", "soft-deletion", "evergreen"]).default("always").describe("Which views must have them."),
});

const action = z.enum(["block", "acknowledge", "warn", "allow"]);

const actionsSchema = z.strictObject({
  breaking: action.default("block").describe("About what breaks readers."),
  risky: action.default("warn").describe("About what may break readers, which only a person can tell."),
  additive: action.default("allow").describe("About what readers gain."),
  neutral: action.default("allow").describe("About what readers do not notice."),
  policy: action.default("warn").describe("About contracts that are not as the policy wants them."),
  // What could not be checked is never let through in silence.
  gate: action
    .exclude(["allow"])
    .default("block")
    .describe("About the gate's own working, such as a waiver that covers nothing. Cannot be allowed."),
});

const evergreenColumns = ["version_id", "task_id", "build_variant", "execution"];

/** `schema-gate.yaml`, format 1 (design 2.3). Every key may be left out; a list that is given replaces the default one. */
export const configSchema = z.strictObject({
  formatVersion: z.literal(1).default(1).describe("The format of this file."),
  naming: z
    .strictObject({
      patterns: z
        .array(namingPattern)
        .default(["v__{source}__{entity}__v{version}", "{project}_{entity}_v{version}"])
        .describe("In order, most literal first; the last part is {version}."),
    })
    .prefault({})
    .describe("How views are named, which tells families and versions."),
  publicSchemas: z
    .array(schemaPattern)
    .min(1, "must name at least one schema")
    .default(["dev_prod_live"])
    .describe("Whatever stands there is published: anybody may read it."),
  landingSchemas: z
    .array(schemaPattern)
    .default(["*_landing", "*_raw"])
    .describe("A team's private schemas, on which nobody else may rely."),
  operationalCatalogs: z
    .array(text.regex(/^[^*]*(?:\*[^*]+)*\*?$/, "must not hold two * in a row"))
    .default(["atlas", "*_atlas", "mongodb"])
    .describe("Catalogs of operational databases, on which no view may put its readers' load; * stands for any text."),
  projects: z
    .array(text)
    .default([])
    .describe("The projects that names of views may start with. Without any, every project is known."),
  requiredColumns: z
    .array(requiredColumnsSchema)
    .default([
      { columns: ["updated_at", "inserted_at", "xformed_at"], when: "always" },
      { columns: ["deleted_at"], when: "soft-deletion" },
      { columns: evergreenColumns, when: "evergreen" },
    ])
    .describe("Columns the policy asks of published views."),
  supportWindow: period
    .default("P3M")
    .describe("How long a version must stay after its successor is released: an ISO 8601 period."),
  actions: actionsSchema
    .prefault({})
    .describe("What the gate does: block, have an owner of the view acknowledge it, warn, or allow."),
  losslessWidening: z
    .enum(["breaking", "risky"])
    .default("breaking")
    .describe("What a type becoming wider without loss is, such as integer to bigint."),
  bounds: z
    .strictObject({
      loosenedFactor: z
        .number()
        .min(1, "must be at least 1")
        .max(1000, "must be 1000 at most")
        .default(2)
        .describe("Hourly to every two hours is 2."),
    })
    .prefault({})
    .describe("A promise of time that is this many times looser breaks; one less loose is risky."),
  jobRepositories: z
    .array(text.regex(/^[\w.-]+\/[\w.-]+$/, "must be owner/name"))
    .default([])
    .describe("Repositories with reviewed code that may define jobs."),
  jobFolders: z
    .array(text.regex(/^[^/\\*?[\]]+(?:\/[^/\\*?[\]]+)*$/, "must be a folder, written from the repository's root"))
    .default(["src/jobs"])
    .describe("Folders of this repository that hold MARS jobs, one folder a job at any depth."),
  leads: leadsSchema.describe(
    "Who approves waivers and changes of this file. Without members nobody does, and no waiver counts.",
  ),
  profiles: z
    .record(
      text.regex(/^[a-z][a-z0-9_-]*$/, "a profile's name may hold a-z, 0-9, _ and - and starts with a letter"),
      profileSchema,
    )
    .default({})
    .describe("Trino and Presto servers to ask, each by a name of your choice."),
});

/** What the gate is told to do here; see design 2.3 for what each key means. */
export type Config = Readonly<z.output<typeof configSchema>>;
export type ConfiguredActions = Config["actions"];
export type RequiredColumns = Config["requiredColumns"][number];

/** The JSON Schema of `schema-gate.yaml`, as published with the package. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema.meta({ title: "Schema Gate: configuration, format 1" }), { io: "input" });
}
