import { readLocated, UserError, type ViewName } from "@schema-gate/contract";
import type { Side, SideEntry, SideView } from "./side.js";

/** A snapshot or contract that cannot be read; `reason` says where and why, as a sentence. */
export interface UnreadableFile {
  readonly view: ViewName;
  readonly file: string;
  readonly reason: string;
}

/** Is told of what cannot be read, which is left out then. */
export type TellUnreadable = (file: UnreadableFile) => void;

/** The same side; its snapshots, which are parsed by whoever compares them, are parsed when they are read, to be told of then. */
export function parsedWhenRead(side: Side, tell: TellUnreadable | null): Side {
  if (tell === null) return side;
  return {
    ...side,
    async read(labels) {
      const readable = new Map<string, SideView>();
      for (const [label, view] of await side.read(labels)) {
        const entry = side.entries.get(label);
        const parse = () => {
          readLocated(view);
          readable.set(label, view);
        };
        if (entry) readOrTell(entry, parse, tell);
      }
      return readable;
    },
  };
}

/** Reads one entry; what is wrong with its content stops whoever asked, unless there is somebody to tell. */
export function readOrTell({ name, file }: SideEntry, read: () => void, tell: TellUnreadable | null): void {
  try {
    read();
  } catch (error) {
    if (tell === null || !(error instanceof UserError) || error.kind !== "usage") throw error;
    tell({ view: name, file, reason: error.message });
  }
}
