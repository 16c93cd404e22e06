import { UserError } from "@schema-gate/contract";
import {
  comparableSides,
  type FileSideSpec,
  openSide,
  openSides,
  type Policy,
  parseSideSpec,
  policyOfDirectory,
  type Side,
  type SideSpec,
  type Sides,
} from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { type ExitCode, exitCodeOf } from "../exit-codes.js";
import type { Io } from "../io.js";
import { judgeSides } from "../judge-sides.js";
import { type JudgingOptions, requireAsOf } from "../judging-options.js";
import { printReport } from "../print-report.js";

/** `schema-diff diff <before> <after>`. */
export async function diff(before: string, after: string, options: JudgingOptions, io: Io): Promise<ExitCode> {
  requireAsOf(options);
  const policy = await policyOfDirectory(io.cwd);
  const { leftOut, outside, ...sides } = comparableSides(
    await open(parseSideSpec(before), parseSideSpec(after), policy, io),
  );
  if (leftOut > 0) io.err.write(contractsLeftOut(leftOut, sides));
  if (outside > 0) io.err.write(viewsOutside(outside));
  const report = await judgeSides(policy, sides, options, "diff", io);
  await printReport(report, options.format, io);
  return exitCodeOf(report.verdict);
}

/** What is left out must be said: a view that has a contract alone is on neither side then. */
function contractsLeftOut(count: number, { before, after }: Sides): string {
  const files = count === 1 ? "1 contract is" : `${count} contracts are`;
  return `${visibleText(`${files} left out: ${before.source} and ${after.source} do not both hold contracts.`)}\n`;
}

function viewsOutside(count: number): string {
  return `${count === 1 ? "1 view is" : `${count} views are`} left out: the profile names other schemas than theirs.\n`;
}

async function open(before: SideSpec, after: SideSpec, policy: Policy, io: Io): Promise<Sides> {
  if (isFiles(before) && isFiles(after)) return openSides(before, after, io.cwd);
  // Files first: what they know of tells which views live Trino does not show.
  if (isFiles(after)) {
    const side = await openSide(after, io.cwd);
    return { before: await openAny(before, side, policy, io), after: side };
  }
  const side = await openAny(before, null, policy, io);
  return { before: side, after: await openAny(after, side, policy, io) };
}

async function openAny(spec: SideSpec, other: Side | null, policy: Policy, io: Io): Promise<Side> {
  if (isFiles(spec)) return openSide(spec, io.cwd);
  if (spec.kind === "plan")
    throw new UserError("usage", "plan: is not a side of this version; compare git: or live: sides.");
  const { openLiveSide } = await import("../live-side.js");
  return openLiveSide(spec.profile, other, policy.config, io);
}

function isFiles(spec: SideSpec): spec is FileSideSpec {
  return spec.kind !== "live" && spec.kind !== "plan";
}
