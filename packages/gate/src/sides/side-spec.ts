import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { SNAPSHOTS_FOLDER } from "./git-side.js";

/** A side the gate opens by itself: files of this machine. */
export type FileSideSpec =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "git"; readonly revision: string; readonly folder: string }
  | { readonly kind: "worktree"; readonly folder: string };

/** A side as named on the command line; `live` and `plan` need an engine and are opened by whoever has one. */
export type SideSpec =
  | FileSideSpec
  | { readonly kind: "live"; readonly profile: string | null }
  | { readonly kind: "plan" };

/** Reads a side's name: a directory, a bundle, `git:<rev>[:<dir>]`, `worktree:[<dir>]`, `live:[<profile>]` or `plan:`. */
export function parseSideSpec(text: string): SideSpec {
  if (text === "") throw new UserError("usage", "A side cannot be empty; name a directory, a bundle or git:<rev>.");
  const colon = text.indexOf(":");
  const [kind, rest] = splitAt(text, colon);
  switch (colon === -1 ? "path" : kind) {
    case "git":
      return gitSpec(rest);
    case "worktree":
      return { kind: "worktree", folder: rest === "" ? SNAPSHOTS_FOLDER : rest };
    case "live":
      return { kind: "live", profile: rest === "" ? null : rest };
    case "plan":
      if (rest !== "") throw new UserError("usage", `Nothing may follow plan: in ${shown(text)}.`);
      return { kind: "plan" };
    default:
      return { kind: "path", path: text };
  }
}

function gitSpec(rest: string): FileSideSpec {
  const [revision, folder] = splitAt(rest, folderStart(rest));
  if (revision === "") throw new UserError("usage", "git: needs a revision, as in git:main or git:v1.2:snapshots.");
  return { kind: "git", revision, folder: folder === "" ? SNAPSHOTS_FOLDER : folder };
}

/** The colon that ends the revision; those of `HEAD@{2026-11-22 09:00}` and `HEAD^{/fix: x}` do not. */
function folderStart(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}") depth--;
    else if (text[at] === ":" && depth <= 0) return at;
  }
  return -1;
}

function splitAt(text: string, at: number): [string, string] {
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
