import * as z from "zod";
import { isDate } from "../calendar.js";
import { respelled } from "../schema-issues/suggest-name.js";
import { readValue } from "../yaml-file/validate-yaml.js";
import type { YamlPath } from "../yaml-file/yaml-place.js";
import type { ContractDocument } from "./contract-document.js";
import type { ContractNotes } from "./contract-notes.js";
import { type PromiseName, promisePath } from "./promise-path.js";

const said = z.string().refine((text) => text.trim() !== "", "must not be empty");
const date = z.string().refine(isDate, "must be a date that exists, like 2026-11-22");
const part = /(?:[A-Za-z_][A-Za-z0-9_]*|"(?:[^"]|"")+")/.source;
const viewLabel = z
  .string()
  .regex(new RegExp(`^${part}\\.${part}\\.${part}$`), "must be a view's full name, catalog.schema.name")
  .transform((label) => label.toLowerCase());

/** Our own keys: what ODCS has no place for. */
const schemas = {
  deletionMode: z.enum(["hard", "soft", "none"]),
  deletionColumn: said.transform((name) => name.toLowerCase()),
  stakeholders: z.array(
    z.strictObject({ team: said, contact: said.nullable().default(null), ready: date.nullable().default(null) }),
  ),
  successor: viewLabel,
  predecessor: viewLabel,
  versionReason: said,
  use: z.enum(["realtime", "human-scale", "semi-realtime", "analytical", "report"]),
  job: said,
  task: z.enum(["presto", "python"]),
  justification: said,
  sql: said,
  serviceAccount: said,
  project: said,
  evergreen: z.boolean(),
};

type Key = keyof typeof schemas;
type Values = { readonly [K in Key]: z.output<(typeof schemas)[K]> | null };

const keys = Object.keys(schemas) as Key[];

const promiseOf: Partial<Record<Key, PromiseName>> = { deletionMode: "deletion" };

/** Reads our keys of `customProperties`; those of other tools are left alone, unless they are ours but for the spelling. */
export function readCustomProperties({ customProperties }: ContractDocument, notes: ContractNotes): Values {
  const values = new Map<Key, unknown>();
  for (const [index, { property, value }] of customProperties.entries()) {
    const at = ["customProperties", index];
    const key = keys.find((each) => each === property);
    if (key === undefined) noteMisspelling(property, at, notes);
    else if (values.has(key)) notes.problem([...at, "property"], `${key} stands here twice`);
    else values.set(key, readOne(key, value, at, notes));
  }
  // Every value has been through the schema of its key.
  return Object.fromEntries(keys.map((key) => [key, values.get(key) ?? null])) as unknown as Values;
}

function noteMisspelling(property: string, at: YamlPath, notes: ContractNotes): void {
  const meant = respelled(property, keys);
  if (meant !== null) notes.problem([...at, "property"], `is not read in this spelling; did you mean ${meant}?`);
}

function readOne(key: Key, value: unknown, at: YamlPath, notes: ContractNotes): unknown {
  notes.place(promisePath(promiseOf[key] ?? (key as PromiseName)), at);
  const result = readValue(schemas[key], notes.yaml, [...at, "value"], value);
  if ("data" in result) {
    if (key === "stakeholders") placeStakeholders(result.data, at, notes);
    return result.data;
  }
  notes.problems(result.problems);
  return null;
}

function placeStakeholders(stakeholders: unknown, at: YamlPath, notes: ContractNotes): void {
  for (const [index, { team }] of (stakeholders as Values["stakeholders"] & object).entries()) {
    const promise = promisePath("stakeholders", team);
    if (notes.has(promise)) notes.problem([...at, "value", index, "team"], "stands here twice");
    notes.place(promise, [...at, "value", index]);
  }
}
