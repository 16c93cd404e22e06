import { JsonTextError } from "../json-text/json-text-error.js";
import { parseJson } from "../json-text/parse-json.js";
import { explainIssue } from "../schema-issues/explain-issue.js";
import { keyPath } from "../schema-issues/key-path.js";
import { formatVersionProblem } from "../snapshot-file/format-version.js";
import { UserError } from "../user-error.js";
import { type HistoryLine, historyLineSchema } from "./history-line.js";
import { lineId, printHistoryLine } from "./print-history-line.js";

/** A line as it stands in its file. */
export interface RecordedLine extends HistoryLine {
  /** The SHA-256 of its text, by which later lines name it. */
  readonly id: string;
  /** Where it stands, from 1; of a line that stands more than once, the first. */
  readonly line: number;
}

const LINE_FEED = 0x0a;

/**
 * Reads the lines of a history, UTF-8, in the order of the file, each once: a merge may have doubled them. Whether they fit
 * together is for `rebuildHistory` to say. Throws a UserError (`usage`) naming `file`, line and reason.
 */
export function parseHistory(bytes: Buffer, file: string): RecordedLine[] {
  const lines = new Map<string, RecordedLine>();
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const text = bytes.toString("utf8", start, end).replace(/\r$/, "");
    const id = lineId(text);
    if (text !== "" && !lines.has(id)) lines.set(id, { ...parseLine(text, file, line), id, line });
    start = end + 1;
  }
  return [...lines.values()];
}

/** What a person does about a history that was edited: git has it as it was. */
export const takeItBack = "Take the file back as git has it, or delete it to begin anew.";

function parseLine(text: string, file: string, line: number): HistoryLine {
  const value = parseText(text, file, line);
  const version = typeof value === "object" && value !== null ? Reflect.get(value, "formatVersion") : undefined;
  const problem = formatVersionProblem(version);
  if (problem !== null) throw historyError(file, line, `${problem}.`);
  const parsed = historyLineSchema.safeParse(value);
  if (!parsed.success) throw historyError(file, line, `${problemOf(parsed.error.issues[0], value)}. ${takeItBack}`);
  // Whatever else could be written between the values would be taken for what it is not.
  if (printHistoryLine(parsed.data) === text) return parsed.data;
  throw historyError(file, line, `it is not as schema-diff snapshot writes a line. ${takeItBack}`);
}

function parseText(text: string, file: string, line: number): unknown {
  const bytes = Buffer.from(text);
  try {
    return parseJson(bytes, 0, bytes.length, line);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    throw new UserError("usage", `Cannot read ${file}: ${error.message}. ${takeItBack}`);
  }
}

function problemOf(issue: Parameters<typeof explainIssue>[0] | undefined, value: unknown): string {
  if (issue === undefined) return "it is not understood";
  if (issue.code === "unrecognized_keys") return "it has keys that no line has";
  const key = keyPath(issue.path);
  return `${key === "" ? "the line" : key} ${explainIssue(issue, value)}`;
}

/** What is wrong with one line of a history, naming it. */
export function historyError(file: string, line: number, problem: string): UserError {
  return new UserError("usage", `${file}:${line}: ${problem}`);
}
