import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Config,
  type Contract,
  contractPath,
  type DraftAnswers,
  draftContract,
  draftQuestions,
  draftTopics,
  familyOf,
  hostOfContract,
  isInPublicSchema,
  parseSnapshotText,
  UserError,
  type ViewName,
  viewLabel,
} from "@schema-gate/contract";
import { CONTRACTS_FOLDER, policyOfDirectory } from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { askDraft } from "../ask-draft.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { findView, type KnownViews, knownViews } from "../known-views.js";
import { writeNewFile } from "../write-file.js";

/** `schema-diff init <view>`. */
export async function init(said: string, io: Io): Promise<ExitCode> {
  const { config } = await policyOfDirectory(io.cwd);
  const known = knownViews(io);
  const name = findView(said, known);
  const there = known.side.contracts?.entries.get(viewLabel(name));
  if (there) throw new UserError("usage", `${there.file} is there already; edit it, or bump the view.`);
  const view = snapshotOf(name, known, io);
  const host = neighbourHost(view, known, io) ?? profileHost(name, config);
  const { project } = familyOf(name.name, config.naming.patterns);
  const found: DraftAnswers = { ...(host !== null && { host }), ...(project !== null && { project }) };
  const answers = await askDraft(view, found, io);
  const isPublic = isInPublicSchema(name, config);
  const { text, blanks } = draftContract(view, { answers, isPublic, patterns: config.naming.patterns });
  const file = `${CONTRACTS_FOLDER}/${contractPath(name)}`;
  writeNewFile(io.cwd, file, text);
  io.out.write(`written    ${file}\n`);
  for (const topic of draftTopics.filter((each) => blanks.includes(each))) {
    io.out.write(`blank      ${topic}: ${visibleText(draftQuestions[topic].about)}\n`);
  }
  return exitCodes.pass;
}

function snapshotOf(name: ViewName, { side }: KnownViews, { cwd }: Io): Contract {
  const entry = side.entries.get(viewLabel(name));
  if (!entry) throw new UserError("usage", `${viewLabel(name)} has no snapshot; take it first: schema-diff snapshot`);
  return parseSnapshotText(readFileSync(resolve(cwd, entry.file), "utf8"), entry.file);
}

/** Views of one schema are published at one server: the first other contract of it knows. */
function neighbourHost(view: Contract, { side }: KnownViews, { cwd }: Io): string | null {
  for (const { name, file } of side.contracts?.entries.values() ?? []) {
    if (name.catalog !== view.catalog || name.schema !== view.schema) continue;
    const host = hostOfContract(readFileSync(resolve(cwd, file), "utf8"), file);
    // What a person could not have answered either (a URL, an address of IPv6) is left blank.
    if (host !== null && draftQuestions.host.problem(host, view) === null) return host;
  }
  return null;
}

function profileHost({ catalog, schema }: ViewName, { profiles }: Config): string | null {
  const found = Object.values(profiles).find((each) => each.catalog === catalog && each.schemas.includes(schema));
  if (!found) return null;
  const { hostname, port, protocol } = new URL(found.server);
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}
