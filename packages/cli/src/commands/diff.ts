import { UserError } from "@schema-gate/contract";
import {
  type FileSideSpec,
  judge,
  openSide,
  openSides,
  type Policy,
  parseSideSpec,
  policyOfDirectory,
  type ReleaseDays,
  type Side,
  type SideSpec,
  type Sides,
} from "@schema-gate/gate";
import { type ExitCode, exitCodeOf } from "../exit-codes.js";
import type { Io } from "../io.js";
import { asOf, type JudgingOptions } from "../judging-options.js";
import { printReport } from "../print-report.js";

/** Two sides named by hand have no base branch: when a successor was released is not known. */
const noReleaseDays: ReleaseDays = async () => new Map();

/** `schema-diff diff <before> <after>`. */
export async function diff(before: string, after: string, options: JudgingOptions, io: Io): Promise<ExitCode> {
  const day = asOf(options);
  const policy = policyOfDirectory(io.cwd);
  const sides = await open(parseSideSpec(before), parseSideSpec(after), policy, io);
  const report = await judge({
    ...policy,
    ...sides,
    asOf: day,
    planned: false,
    releasedOn: noReleaseDays,
    failOn: options.failOn ?? null,
    mode: "diff",
  });
  printReport(report, options.format, io);
  return exitCodeOf(report.verdict);
}

async function open(before: SideSpec, after: SideSpec, policy: Policy, io: Io): Promise<Sides> {
  if (isFiles(before) && isFiles(after)) return openSides(before, after, io.cwd);
  return { before: await openAny(before, policy, io), after: await openAny(after, policy, io) };
}

async function openAny(spec: SideSpec, policy: Policy, io: Io): Promise<Side> {
  if (isFiles(spec)) return openSide(spec, io.cwd);
  if (spec.kind === "plan")
    throw new UserError("usage", "plan: is not a side of this version; compare git: or live: sides.");
  const { openLiveSide } = await import("../live-side.js");
  return openLiveSide(spec.profile, policy.config, io);
}

function isFiles(spec: SideSpec): spec is FileSideSpec {
  return spec.kind !== "live" && spec.kind !== "plan";
}
