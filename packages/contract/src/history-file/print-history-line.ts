import { createHash } from "node:crypto";
import type { HistoryLine } from "./history-line.js";

/** The text of a line without its line feed: always the same keys in the same order. */
export function printHistoryLine({ formatVersion, date, verdict, follows, after, patch }: HistoryLine): string {
  return JSON.stringify({ formatVersion, date, verdict, follows, after, patch });
}

/** What later lines call a line: the SHA-256 of its text. Equal lines are one. */
export function lineId(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
