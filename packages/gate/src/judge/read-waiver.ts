import { compareDates, loadWaiverReader, UserError, type Waiver, waiverProblem } from "@schema-gate/contract";
import type { WaiverFile } from "../policy/policy.js";

/** A waiver that holds, or the gate rule it falls under and why. */
export type ReadWaiver =
  | { readonly file: string; readonly waiver: Waiver; readonly fault: null }
  | { readonly file: string; readonly waiver: null; readonly fault: WaiverFault };

export interface WaiverFault {
  readonly rule: "waiver-malformed" | "waiver-expired";
  readonly message: string;
}

/** Reads a waiver as it holds on the day `asOf`. */
export async function readWaiver({ file, text }: WaiverFile, asOf: string): Promise<ReadWaiver> {
  if (text === null) return faulty(file, "waiver-malformed", `${file} is not UTF-8.`);
  if (file.split("/").length > 2) return faulty(file, "waiver-malformed", `${file} must stand in waivers/ itself.`);
  const parseWaiver = await loadWaiverReader();
  try {
    const waiver = parseWaiver(text, file);
    const problem = waiverProblem(waiver, asOf);
    if (problem === null) return { file, waiver, fault: null };
    const rule = compareDates(waiver.ends, asOf) < 0 ? "waiver-expired" : "waiver-malformed";
    return faulty(file, rule, `The waiver ${file} does not hold. ${problem}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return faulty(file, "waiver-malformed", `The waiver cannot be read: ${error.message}`);
  }
}

function faulty(file: string, rule: WaiverFault["rule"], message: string): ReadWaiver {
  return { file, waiver: null, fault: { rule, message } };
}
