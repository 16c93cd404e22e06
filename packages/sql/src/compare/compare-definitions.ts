import { reasonNotAnalysed } from "../not-analysed.js";
import { Printer } from "../print/printer.js";
import type { Knowledge } from "../read/knowledge.js";
import { parseDefinition } from "../read/read-definition.js";
import { type ScannedText, scanText } from "../syntax/parse-statement.js";
import { clauseChanges } from "./clause-changes.js";
import { clausesOf } from "./clauses.js";
import type { DefinitionChange } from "./definition-change.js";
import { expressionChanges } from "./expression-changes.js";
import { type Outputs, outputsOf } from "./outputs.js";
import { replacedTables, tablesOf } from "./tables.js";

/**
 * What a change of a view's definition means for rows and values: one change for each clause that says something else, and
 * for each column of both sides that is made of something else. Nothing where the two are provably the same; a
 * `not-analysed` change where that cannot be told. Never throws for what the texts hold.
 */
export function compareDefinitions(before: string, after: string): DefinitionChange[] {
  if (before === after) return [];
  try {
    const scanned = { before: scanText(before), after: scanText(after) };
    if (sameTokens(scanned.before, scanned.after)) return [];
    return compareParsed(parseDefinition(before, scanned.before), parseDefinition(after, scanned.after));
  } catch (error) {
    return [notAnalysed(before, after, reasonNotAnalysed(error))];
  }
}

/** Layout, comments and the case of words aside, the texts are one. */
function sameTokens(before: ScannedText, after: ScannedText): boolean {
  const fold = (text = "") => (/^['"]/.test(text) || /^[uUxX]&?'/.test(text) ? text : text.toLowerCase());
  return (
    before.tokens.length === after.tokens.length &&
    before.tokens.every((token, index) => fold(token.text) === fold(after.tokens[index]?.text))
  );
}

type Definition = ReturnType<typeof parseDefinition>;

function compareParsed(readBefore: Definition, readAfter: Definition): DefinitionChange[] {
  const knowledge: Knowledge = new Map();
  // What either side says of the columns of a table tells where bare names of the other belong.
  for (const read of [readBefore, readAfter]) read(knowledge);
  const [before, after] = [readBefore(knowledge), readAfter(knowledge)];
  const tables = { before: tablesOf(before), after: tablesOf(after) };
  const replaced = replacedTables(tables.before, tables.after);
  const printers = {
    before: new Printer(before, (table) => table),
    after: new Printer(after, (table) => replaced.get(table) ?? table),
  };
  const outputs = { before: outputsOf(before, printers.before), after: outputsOf(after, printers.after) };
  const clauses = clauseChanges(clausesOf(before, printers.before), clausesOf(after, printers.after));
  const sources = [...replaced].map(
    ([now, was]): DefinitionChange => ({
      kind: "source",
      path: `@definition.from`,
      before: was,
      after: now,
      ...spans(before, after),
      reason: null,
    }),
  );
  const changes = [...clauses, ...mergeSources(sources), ...expressionChanges(outputs.before, outputs.after, clauses)];
  if (changes.length > 0) return [...changes, ...columnChange(outputs)];
  const same = printers.before.query(before, false) === printers.after.query(after, false);
  if (!same) return [notAnalysed(null, null, "its parts are put together in another way")];
  return columnChange(outputs);
}

function spans(before: ReturnType<Definition>, after: ReturnType<Definition>) {
  return { beforeSpan: before.spans.from ?? null, afterSpan: after.spans.from ?? null };
}

function mergeSources(sources: readonly DefinitionChange[]): DefinitionChange[] {
  const [first] = sources;
  if (!first) return [];
  const list = (side: "before" | "after") => sources.map((each) => each[side]).join(", ");
  return [{ ...first, before: list("before"), after: list("after") }];
}

/** That other columns come out, or in another order. A star on one side stands for what the other side lists. */
function columnChange({ before, after }: { readonly before: Outputs; readonly after: Outputs }): DefinitionChange[] {
  const [was, now] = [before.list, after.list];
  if (was === now) return [];
  if (before.hasStar !== after.hasStar) {
    const [star, listed] = before.hasStar ? [before, after] : [after, before];
    if (listed.names.every((name) => star.textOf(name) !== null)) return [];
    return [notAnalysed(null, null, "where the columns of * come from cannot be told")];
  }
  const path = "@definition.select";
  return [{ kind: "columns", path, before: was, after: now, beforeSpan: null, afterSpan: null, reason: null }];
}

function notAnalysed(before: string | null, after: string | null, reason: string): DefinitionChange {
  return { kind: "not-analysed", path: "@definition", before, after, beforeSpan: null, afterSpan: null, reason };
}
