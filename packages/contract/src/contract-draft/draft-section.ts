import { stringify } from "yaml";
import { type DraftTopic, draftQuestions } from "./draft-questions.js";

/** A part of a contract that is either said or left blank; blanks stand as comments, to be filled and uncommented. */
export interface DraftPart {
  readonly topic: DraftTopic | null;
  readonly value: unknown;
}

/** YAML as contracts are written: long lines stay whole. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A key whose value is said, or left blank with an example. */
export function section(key: string, { topic, value }: DraftPart, isBlank: boolean): string {
  const text = yamlText({ [key]: value });
  return isBlank && topic !== null ? blank(topic, text) : text;
}

/** A list whose rows are said or left blank one by one. */
export function listSection(key: string, rows: readonly (DraftPart & { readonly isBlank: boolean })[]): string {
  const filled = rows.filter(({ isBlank }) => !isBlank).map(({ value }) => value);
  const blanks = rows
    .filter(({ isBlank }) => isBlank)
    .map(({ topic, value }) => (topic === null ? "" : indented(blank(topic, yamlText([value])), "  ")))
    .join("");
  if (filled.length > 0) return yamlText({ [key]: filled }) + blanks;
  return `# ${key}:\n${blanks}`;
}

/** What is missing, and how it would be written, as comments; `what` says what the example makes of the place it stands at. */
export function blank(topic: DraftTopic, example: string, what: string | null = null): string {
  const such = what === null ? "For example:" : `For example, ${what}:`;
  return `# Blank: ${topic}, ${draftQuestions[topic].about}. ${such}\n${indented(example, "# ")}`;
}

/** Every line with something in front. */
export function indented(text: string, by: string): string {
  return text.replaceAll(/^(?=.)/gm, by);
}
