import * as z from "zod";

const said = z.string().refine((text) => text.trim() !== "", "must not be empty");
const name = said.max(4096, "is longer than any name");

/** A column, or a field inside of one. */
export interface PropertyDocument {
  readonly name?: string | undefined;
  readonly physicalName?: string | undefined;
  readonly physicalType?: string | undefined;
  readonly description?: string | undefined;
  readonly required?: boolean | undefined;
  readonly primaryKey?: boolean | undefined;
  readonly primaryKeyPosition?: number | undefined;
  readonly properties?: readonly PropertyDocument[] | undefined;
  readonly items?: PropertyDocument | undefined;
}

const propertySchema: z.ZodType<PropertyDocument> = z.looseObject({
  name: name.optional(),
  physicalName: name.optional(),
  physicalType: said.optional(),
  description: z.string().optional(),
  required: z.boolean().optional(),
  primaryKey: z.boolean().optional(),
  primaryKeyPosition: z.int().optional(),
  get properties() {
    return z.array(propertySchema).optional();
  },
  get items() {
    return propertySchema.optional();
  },
});

const viewSchema = z.looseObject({
  name: said,
  physicalName: name,
  physicalType: z.string().optional(),
  description: z.string().optional(),
  dataGranularityDescription: z.string().optional(),
  properties: z.array(propertySchema).min(1, "must name at least one column"),
});

const slaSchema = z.looseObject({
  property: said,
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  unit: z.string().optional(),
  element: z.string().optional(),
  scheduler: z.string().optional(),
  schedule: z.string().optional(),
});

/** An SLA row as the file has it. */
export type SlaDocument = z.output<typeof slaSchema>;

/** What we ask of an ODCS v3.1 document beyond the standard; keys of the standard that we do not use are left alone. */
export const documentSchema = z.looseObject({
  apiVersion: z.literal("v3.1.0"),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "must be three numbers like 2.0.0; the first is the view's version"),
  status: z.enum(["proposed", "draft", "active", "deprecated", "retired"]),
  servers: z
    .array(z.looseObject({ type: z.string(), catalog: name.optional(), schema: name.optional() }))
    .min(1, "must name the server it is published at"),
  schema: z.array(viewSchema).length(1, "must describe exactly one view; every view has a file of its own"),
  team: z.union([z.looseObject({ name: said.optional() }), z.array(z.unknown())]).optional(),
  support: z
    .array(z.looseObject({ channel: said, url: z.string().optional(), tool: z.string().optional() }))
    .default([]),
  authoritativeDefinitions: z.array(z.looseObject({ type: said, url: said })).default([]),
  slaProperties: z.array(slaSchema).default([]),
  customProperties: z.array(z.looseObject({ property: z.string(), value: z.unknown() })).default([]),
});

/** A contract file's document, before its parts are read. */
export type ContractDocument = z.output<typeof documentSchema>;
