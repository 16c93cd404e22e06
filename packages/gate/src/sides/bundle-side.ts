import { locateViews, UserError, type ViewText, viewLabel } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { MAX_FILE_BYTES } from "../git/batch-output.js";
import { requireUtf8 } from "./file-side.js";
import type { Side, SideEntry } from "./side.js";
import { sideDigest } from "./side-digest.js";

/** The side that is one file of many views, with what another bundle needs to be compared with it cheaply. */
export interface BundleSide extends Side {
  readonly bytes: Buffer;
  readonly views: readonly ViewText[];
  readonly contentIdOf: ReadonlyMap<ViewText, string>;
}

/** Opens a bundle of these bytes. `twin` is the bundle it is compared with: what has the same bytes there is neither scanned nor hashed again. */
export function bundleSide(file: string, bytes: Buffer, twin?: BundleSide): BundleSide {
  requireUtf8(bytes, file);
  const views = locateViews(bytes, file, twin);
  const texts = new Map<string, ViewText>();
  const entries = new Map<string, SideEntry>();
  const contentIdOf = new Map<ViewText, string>();
  for (const text of views) {
    const { catalog, schema, name } = text;
    const label = viewLabel(text);
    const other = texts.get(label);
    if (other) throw new UserError("usage", `${file}: ${label} stands twice, in lines ${other.line} and ${text.line}.`);
    const length = text.end - text.start;
    if (length > MAX_FILE_BYTES) throw new UserError("usage", tooLong(file, text, length));
    const known = text.twin && twin?.contentIdOf.get(text.twin);
    const id = known ?? contentId(bytes.subarray(text.start, text.end));
    texts.set(label, text);
    contentIdOf.set(text, id);
    entries.set(label, { name: { catalog, schema, name }, file, contentId: id });
  }
  const read: Side["read"] = async (labels) =>
    new Map(
      labels.flatMap((label) => {
        const text = texts.get(label);
        return text ? [[label, { bytes, text, file }] as const] : [];
      }),
    );
  const digest = sideDigest(entries);
  return {
    kind: "bundle",
    source: file,
    commit: null,
    digest,
    entries,
    contracts: null,
    read,
    bytes,
    views,
    contentIdOf,
  };
}

function tooLong(file: string, { line, ...view }: ViewText, length: number): string {
  return `${file}:${line}: ${viewLabel(view)} has ${length} bytes; a view may have ${MAX_FILE_BYTES} at most.`;
}
