import { type Contract, linesOfColumn, readLocated, UserError, type ViewName } from "@schema-gate/contract";
import { UnreadableType, withReadableTypes } from "@schema-gate/diff";
import { contentId } from "../content-id.js";
import { historyBeside, historyFile } from "./histories.js";
import type { Side, SideEntry, SideView } from "./side.js";

/** A snapshot, contract or history that cannot be read; `reason` says where and why, as a sentence. */
export interface UnreadableFile {
  readonly view: ViewName;
  readonly file: string;
  readonly contentId: string;
  readonly reason: string;
}

/** Is told of what cannot be read, which is left out then. */
export type TellUnreadable = (file: UnreadableFile) => void;

/**
 * The same side; its snapshots and histories, which are parsed by whoever compares them, are parsed when they are read, to be
 * told of then.
 */
export function parsedWhenRead(side: Side, tell: TellUnreadable | null): Side {
  if (tell === null) return side;
  return {
    ...side,
    async read(labels) {
      const readable = new Map<string, SideView>();
      for (const [label, view] of await side.read(labels)) {
        const entry = side.entries.get(label);
        const parse = () => {
          readWhole(view);
          readable.set(label, view);
        };
        if (entry) readOrTell(entry, parse, tell);
      }
      return readable;
    },
    ...(side.readHistories && {
      readHistories: async (views) => readableHistories(side, await side.readHistories?.(views), tell),
    }),
  };
}

type Histories = Awaited<ReturnType<NonNullable<Side["readHistories"]>>>;

/** The histories that can be rebuilt. */
function readableHistories({ entries }: Side, histories: Histories = new Map(), tell: TellUnreadable): Histories {
  const readable = new Map<string, Buffer>();
  for (const [label, bytes] of histories) {
    const entry = entries.get(label);
    if (!entry) continue;
    const rebuild = () => {
      historyBeside(entry, bytes);
      readable.set(label, bytes);
    };
    readOrTell({ name: entry.name, file: historyFile(entry), contentId: contentId(bytes) }, rebuild, tell);
  }
  return readable;
}

/** Reads all of a snapshot, the types of its columns too. Throws a UserError naming file, line and reason. */
export function readWhole(view: SideView): Contract {
  const contract = readLocated(view);
  try {
    return withReadableTypes(contract, "before");
  } catch (error) {
    if (!(error instanceof UnreadableType)) throw error;
    const { line } = linesOfColumn(view.text, error.column);
    throw new UserError("usage", `${view.file}:${line}: ${error.message}`, { cause: error });
  }
}

/** Reads one entry; what is wrong with its content stops whoever asked, unless there is somebody to tell. */
export function readOrTell({ name, file, contentId }: SideEntry, read: () => void, tell: TellUnreadable | null): void {
  try {
    read();
  } catch (error) {
    if (tell === null || !(error instanceof UserError) || error.kind !== "usage") throw error;
    tell({ view: name, file, contentId, reason: error.message });
  }
}
