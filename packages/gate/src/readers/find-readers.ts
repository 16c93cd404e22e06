import { type ContractFile, readLocated, type ViewName, viewLabel } from "@schema-gate/contract";
import type { Side } from "../sides/side.js";
import { jobTexts } from "./job-texts.js";
import type { KnownReader, ReadingText } from "./reader.js";
import { mentions, readersOfTexts } from "./readers-of-texts.js";
import { registeredTexts } from "./registered-texts.js";

/** Everybody known to read a view in a directory with `snapshots/`, `schemas/` and `readers/`, in that order of kinds. */
export async function findReaders(view: ViewName, side: Side, directory: string): Promise<KnownReader[]> {
  const label = viewLabel(view);
  const contracts = (await side.contracts?.read([...side.contracts.entries.keys()])) ?? new Map<string, ContractFile>();
  const others = new Map([...contracts].filter(([other]) => other !== label));
  const texts = [
    ...(await definitions(view, side)),
    ...jobTexts([...others.values()], directory),
    ...registeredTexts(directory),
  ];
  return [...teams(contracts.get(label)), ...(await readersOfTexts(view, texts))];
}

function teams(file: ContractFile | undefined): KnownReader[] {
  return (file?.contract.promises.stakeholders ?? []).map(({ team, contact }) => {
    const name = contact === null ? team : `${team} (${contact})`;
    return { kind: "team", name, file: file?.file ?? "", doubt: null };
  });
}

/** The definitions of other views that hold the name; the rest are not even parsed as snapshots. */
async function definitions(view: ViewName, side: Side): Promise<ReadingText[]> {
  const label = viewLabel(view);
  const isPlain = /^[a-z0-9_]+$/.test(view.name);
  const views = await side.read([...side.entries.keys()].filter((other) => other !== label));
  const texts: ReadingText[] = [];
  for (const [name, located] of views) {
    if (isPlain && !mentions(located.bytes.toString("latin1"), view.name)) continue;
    const { catalog, schema, definition } = readLocated(located);
    if (definition === null) continue;
    texts.push({ kind: "view", name, file: located.file, sql: definition, home: { catalog, schema } });
  }
  return texts;
}
