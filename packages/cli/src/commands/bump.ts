import { addPeriod, isDate, loadContractEditor, UserError, type ViewName, viewLabel } from "@schema-gate/contract";
import { CONTRACTS_FOLDER, policyOfDirectory } from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { askUntilRight } from "../ask-until-right.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { contractOf, findView, knownViews } from "../known-views.js";
import { nextVersion } from "../next-version.js";
import { remainingSteps } from "../remaining-steps.js";
import { requireOption } from "../require-answers.js";
import { replaceFile, writeNewFile } from "../write-file.js";

/** Options of `schema-diff bump`. */
export interface BumpOptions {
  readonly release: string;
  readonly reason?: string;
}

/** `schema-diff bump <view>`. */
export async function bump(said: string, { release, reason }: BumpOptions, io: Io): Promise<ExitCode> {
  if (!isDate(release))
    throw new UserError("usage", `--release ${JSON.stringify(release)} is not a date; write one like 2026-11-22.`);
  // The end of support is counted from it, and readers would be told of a day that has passed.
  if (release < io.today())
    throw new UserError("usage", `--release ${release} has passed; name the day the next version will be there.`);
  requireOption("reason", reason, () => null);
  const { config } = await policyOfDirectory(io.cwd);
  const known = knownViews(io);
  const view = findView(said, known);
  const next = nextVersion(view, known.names, config.naming.patterns);
  const before = await contractOf(view, known, io);
  if (before === null) throw new UserError("usage", withoutContract(view));
  const { successor } = before.contract.promises.lineage;
  if (successor !== null)
    throw new UserError("usage", `${before.file}: it has the successor ${successor} already; bump that one.`);
  const { scaffoldVersion, deprecateContract } = await loadContractEditor();
  const file = `${CONTRACTS_FOLDER}/${next.path}`;
  const why = reason ?? (await askReason(io));
  const after = scaffoldVersion(before.text, before.file, file, {
    ...next,
    predecessor: viewLabel(view),
    reason: why.trim() === "" ? null : why.trim(),
    released: release,
  });
  const endOfSupport = addPeriod(release, config.supportWindow);
  const old = deprecateContract(before.text, before.file, { successor: viewLabel(next.view), endOfSupport });
  // The new file first: it must not be there, and then nothing has happened yet.
  writeNewFile(io.cwd, file, after.text);
  replaceFile(io.cwd, before.file, old.text);
  io.out.write(`written    ${file}\nchanged    ${before.file}\n\nRemains to be done:\n`);
  for (const step of remainingSteps(old, after)) io.out.write(`- ${visibleText(step)}\n`);
  return exitCodes.pass;
}

async function askReason(io: Io): Promise<string> {
  if (io.ask === null) return "";
  return askUntilRight("Why another version (Enter leaves it blank): ", () => null, io.ask, io);
}

function withoutContract(view: ViewName): string {
  return `${viewLabel(view)} has no contract; write it first: schema-diff init ${viewLabel(view)}`;
}
