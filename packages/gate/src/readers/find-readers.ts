import { type ContractFile, type ViewName, viewLabel } from "@schema-gate/contract";
import { contractTexts } from "./contract-texts.js";
import { jobTexts } from "./job-texts.js";
import { Mentions } from "./mentions.js";
import type { KnownReader, ReadingText, ViewReader } from "./reader.js";
import type { ReaderSource } from "./reader-source.js";
import type { TextReader } from "./readers-of-texts.js";
import { registeredTexts } from "./registered-texts.js";
import { viewTexts } from "./view-texts.js";

/** Everybody known to read a view: teams, views, tasks, registered queries, in that order. */
export async function findReaders(view: ViewName, source: ReaderSource): Promise<readonly KnownReader[]> {
  const found = (await readersOfViews([view], source)).get(viewLabel(view)) ?? [];
  return found.map(({ kind, name, file, doubt }) => ({ kind, name, file, doubt }));
}

/**
 * Everybody known to read each of some views, by label. Texts are searched for the names first and parsed only where one is
 * found; what names a view and cannot be parsed counts, with the doubt: a reader overlooked would be worse than one too many.
 */
export async function readersOfViews(
  views: readonly ViewName[],
  source: ReaderSource,
): Promise<ReadonlyMap<string, readonly ViewReader[]>> {
  const labels = views.map(viewLabel);
  const contracts = (await source.contracts?.read(labels)) ?? new Map<string, ContractFile>();
  const mentions = new Mentions(views.map(({ name }) => name));
  const texts = uniqueFiles([
    ...(await viewTexts(source, views, mentions)),
    ...(await jobTexts(source)),
    ...(await contractTexts(source, mentions)),
    ...(await registeredTexts(source)),
  ]);
  let reader: TextReader | null = null;
  const found = new Map(views.map((view) => [viewLabel(view), teams(contracts.get(viewLabel(view)))] as const));
  for (const text of texts) {
    const names = mentions.in(text.text);
    if (names.size === 0) continue;
    for (const view of views) {
      if (!names.has(view.name) || text.name === viewLabel(view)) continue;
      // What reads templates and SQL is loaded only for a text that holds a name.
      reader ??= new (await import("./readers-of-texts.js")).TextReader();
      const known = await reader.read(text, view);
      if (known) found.get(viewLabel(view))?.push(known);
    }
  }
  return found;
}

/** A job's SQL that a contract names too is one reader. Several tasks of one configuration stay several. */
function uniqueFiles(texts: readonly ReadingText[]): ReadingText[] {
  const known = new Map<string, ReadingText>();
  for (const text of texts) {
    const key = JSON.stringify([text.file, text.text]);
    if (!known.has(key)) known.set(key, text);
  }
  return [...known.values()];
}

function teams(file: ContractFile | undefined): ViewReader[] {
  return (file?.contract.promises.stakeholders ?? []).map(({ team, contact }) => {
    const name = contact === null ? team : `${team} (${contact})`;
    return { kind: "team", name, file: file?.file ?? "", doubt: null, statements: [] };
  });
}
