import type { Waiver } from "./waiver-schema.js";

/** Reads a waiver file; see `parseWaiver`. */
export type WaiverReader = (text: string, file: string) => Waiver;

/** The reader of waivers. It brings all of YAML along, which a run without files to read has no use for. */
export async function loadWaiverReader(): Promise<WaiverReader> {
  return (await import("./parse-waiver.js")).parseWaiver;
}
