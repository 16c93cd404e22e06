import type { Contract, ViewKind } from "../contract.js";
import type { Promises } from "../promises.js";
import { readYaml } from "../yaml-file/read-yaml.js";
import { validateYaml } from "../yaml-file/validate-yaml.js";
import { yamlError } from "../yaml-file/yaml-problem.js";
import { checkReferences } from "./check-references.js";
import { type ContractDocument, documentSchema } from "./contract-document.js";
import type { ContractFile } from "./contract-file.js";
import { ContractNotes } from "./contract-notes.js";
import { odcsProblems } from "./odcs-problems.js";
import { promisePath } from "./promise-path.js";
import { readColumns } from "./read-columns.js";
import { readCustomProperties } from "./read-custom-properties.js";
import { readSla } from "./read-sla.js";

/**
 * Reads one contract file, an ODCS v3.1 document that describes one view. Throws a `UserError` that names file, line,
 * column, key and reason of everything wrong: first what the standard forbids, then what we ask beyond it.
 */
export function readContractFile(text: string, file: string): ContractFile {
  const yaml = readYaml(text, file, "typed");
  const problems = odcsProblems(yaml);
  if (problems.length > 0) throw yamlError(file, text, problems);
  const document = validateYaml(documentSchema, yaml);
  const notes = new ContractNotes(yaml);
  const contract = readContract(document, notes);
  notes.refuseProblems();
  return { file, contract, places: notes.lines() };
}

function readContract(document: ContractDocument, notes: ContractNotes): ContractFile["contract"] {
  const [view] = document.schema;
  if (!view) throw new Error("a contract without a view has passed its schema");
  const at = ["schema", 0];
  notes.place("", [...at, "physicalName"]);
  const { columns, ...said } = readColumns(view.properties, [...at, "properties"], notes);
  const name = view.physicalName.toLowerCase();
  if (view.dataGranularityDescription !== undefined) {
    notes.place(promisePath("granularity"), [...at, "dataGranularityDescription"]);
  }
  const promises = {
    ...readHead(document, notes),
    ...said,
    family: view.name,
    granularity: view.dataGranularityDescription ?? null,
    ...readSla(document.slaProperties, [name, view.name.toLowerCase()], notes),
    ...readOwn(document, notes),
  };
  if (!notes.hasProblems) checkReferences(promises, { name, columns }, notes);
  return {
    ...readServer(document, notes),
    name,
    kind: readKind(view.physicalType, notes),
    security: null,
    comment: view.description ?? null,
    columns,
    definition: null,
    promises,
  };
}

/** Where the view is published: the first server, as other tools may list test systems after it. */
function readServer({ servers }: ContractDocument, notes: ContractNotes): Pick<Contract, "catalog" | "schema"> {
  const [server] = servers;
  const at = ["servers", 0];
  if (server?.type !== "trino") notes.problem([...at, "type"], "must be trino, where the view is published");
  const { catalog, schema } = server ?? {};
  if (catalog === undefined) notes.problem([...at, "catalog"], "is missing; it must be text");
  if (schema === undefined) notes.problem([...at, "schema"], "is missing; it must be text");
  return { catalog: catalog?.toLowerCase() ?? "", schema: schema?.toLowerCase() ?? "" };
}

const kinds: Readonly<Record<string, ViewKind>> = Object.assign(Object.create(null), {
  view: "view",
  materializedview: "materialized-view",
  table: "table",
});

function readKind(physicalType: string | undefined, notes: ContractNotes): ViewKind | null {
  if (physicalType === undefined) return null;
  const kind = kinds[physicalType.toLowerCase().replaceAll(/[-_\s]/g, "")];
  if (kind === undefined) {
    notes.problem(["schema", 0, "physicalType"], "must be one of view, materialized-view, table");
  }
  return kind ?? null;
}

type Head = Pick<Promises, "version" | "status" | "owner" | "support" | "documentation">;

function readHead(document: ContractDocument, notes: ContractNotes): Head {
  const { version, status, team, support, authoritativeDefinitions } = document;
  const owner = team === undefined || Array.isArray(team) ? undefined : team.name;
  notes.place(promisePath("version"), ["version"]);
  notes.place(promisePath("status"), ["status"]);
  if (owner !== undefined) notes.place(promisePath("owner"), ["team", "name"]);
  if (support.length > 0) notes.place(promisePath("support"), ["support"]);
  if (authoritativeDefinitions.length > 0) notes.place(promisePath("documentation"), ["authoritativeDefinitions"]);
  return {
    version,
    status,
    owner: owner ?? null,
    support: support.map(({ channel, url, tool }) => ({ channel, url: url ?? null, tool: tool ?? null })),
    documentation: authoritativeDefinitions.map(({ type, url }) => ({ type, url })),
  };
}

type Own = Pick<
  Promises,
  "deletionMode" | "deletionColumn" | "stakeholders" | "lineage" | "use" | "filling" | "project" | "evergreen"
>;

function readOwn(document: ContractDocument, notes: ContractNotes): Own {
  const own = readCustomProperties(document, notes);
  const { deletionMode, deletionColumn, stakeholders, use, project, evergreen } = own;
  const { successor, predecessor, versionReason } = own;
  const { job, task, justification, sql, serviceAccount } = own;
  return {
    deletionMode,
    deletionColumn,
    stakeholders: stakeholders ?? [],
    lineage: { successor, predecessor, versionReason },
    use,
    filling: { job, task, justification, sql, serviceAccount },
    project,
    evergreen,
  };
}
