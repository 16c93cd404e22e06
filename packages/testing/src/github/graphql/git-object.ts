import { isUtf8 } from "node:buffer";
import type { GitObject } from "../git/objects.js";

/** `Blob.text` ends after this many bytes, as `isTruncated` says. GitHub documents the flag alone (sveltia/sveltia-cms#950). */
const longestText = 512_000;

const typeNames = { blob: "Blob", tree: "Tree", commit: "Commit", tag: "Tag" } as const;

/** An object of git as GitHub's schema has it. Bytes that are no UTF-8 come altered, and those of a binary not at all. */
export function gitObjectWire({ sha: oid, type, data }: GitObject): Readonly<Record<string, unknown>> {
  const isBinary = data.includes(0);
  const blob = {
    byteSize: data.length,
    isBinary: isUtf8(data) || isBinary ? isBinary : null,
    isTruncated: data.length > longestText,
    text: isBinary ? null : data.toString("utf8", 0, longestText),
  };
  return { __typename: typeNames[type], oid, ...(type === "blob" ? blob : {}) };
}
