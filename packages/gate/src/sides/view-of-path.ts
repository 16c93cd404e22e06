import { isUtf8 } from "node:buffer";
import { contractPath, snapshotPath, UserError, type ViewName } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { fileBelow } from "./file-below.js";

/** What a file below a root must be. */
export type ViewFile = "snapshot" | "contract";

const endings = { snapshot: ".json", contract: ".yaml" } as const;
const pathOf = { snapshot: snapshotPath, contract: contractPath } as const;
const roots = { snapshot: "the snapshots", contract: "the contracts" } as const;

/** Whether a path below the root of snapshots or contracts may stand there without being one: histories and hidden files. */
export function isNoSnapshot(path: string): boolean {
  return path.endsWith(".history.jsonl") || path.startsWith(".") || path.includes("/.");
}

/**
 * The view whose file stands at `path`, relative to the root of the snapshots or the contracts. Any other path than the one
 * such files are written to is an error: nothing is skipped in silence.
 */
export function viewOfPath(path: string, root: string, kind: ViewFile = "snapshot"): ViewName {
  const view = findViewOfPath(path, kind);
  if (view !== null) return view;
  throw new UserError(
    "usage",
    `${shown(fileBelow(root, path))} is no ${kind}: its path must be <catalog>/<schema>/<view>${endings[kind]} in lower case, ` +
      `percent-encoded outside [a-z0-9_]. Rename it, or move it out of ${roots[kind]}.`,
  );
}

/** The view whose file stands at `path`, as above; `null` where no view's file can. */
export function findViewOfPath(path: string, kind: ViewFile): ViewName | null {
  if (path.endsWith(endings[kind]) && /^[a-z0-9_]+\/[a-z0-9_]+\/[a-z0-9_]+\.[a-z]+$/.test(path)) {
    const schema = path.indexOf("/") + 1;
    const name = path.lastIndexOf("/") + 1;
    return { catalog: path.slice(0, schema - 1), schema: path.slice(schema, name - 1), name: path.slice(name, -5) };
  }
  return decodePath(path, kind);
}

function decodePath(path: string, kind: ViewFile): ViewName | null {
  if (!path.endsWith(endings[kind])) return null;
  const parts = /^([^/]+)\/([^/]+)\/([^/]+)\.[a-z]+$/.exec(path)?.slice(1).map(decodeName) ?? [];
  const [catalog, schema, name] = parts;
  if (!catalog || !schema || !name) return null;
  const view = { catalog, schema, name };
  // One view has one path: what is encoded in another way than snapshots are written would be a second one.
  const isLower = parts.every((part) => part === part?.toLowerCase());
  return isLower && pathOf[kind](view) === path ? view : null;
}

function decodeName(encoded: string): string | null {
  if (!/^(?:[a-z0-9_]|%[0-9A-F]{2})+$/.test(encoded)) return null;
  const bytes = encoded.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const buffer = Buffer.from(bytes, "latin1");
  return isUtf8(buffer) ? buffer.toString() : null;
}
