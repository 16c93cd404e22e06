import { createHash } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { historyPath, snapshotPath, type ViewName } from "@schema-gate/contract";
import * as z from "zod";
import { ifMissing, systemErrorCode } from "../system-error.js";

/** Starts with a dot, as everything below `snapshots/` does that is no view; on the same file system, so that a rename is whole. */
export const STAGING = ".staging";
const PLAN = "plan.json";

const digest = z.string().nullable();
const replacementSchema = z.strictObject({
  view: z.strictObject({ catalog: z.string(), schema: z.string(), name: z.string() }),
  kind: z.enum(["snapshot", "history"]),
  /** The staged file, by its number; `null` to remove the one in place. */
  source: z.int().nullable(),
  /** SHA-256 of the file in place before and after; `null` for none. */
  before: digest,
  after: digest,
});
const planSchema = z.strictObject({ formatVersion: z.literal(1), files: z.array(replacementSchema) });

/** One file of a view that is to be replaced or removed. A path is never believed: it is made of the view's name. */
export type Replacement = Readonly<z.output<typeof replacementSchema>>;

/** The SHA-256 that replacements are known by. */
export function fileDigest(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Where a file of a view stands. */
export function pathOf(root: string, view: ViewName, kind: Replacement["kind"]): string {
  return join(root, kind === "snapshot" ? snapshotPath(view) : historyPath(view));
}

/**
 * Decides that these files, all staged, are to stand in place of others: from here on it will be done, by the next run if this
 * one is stopped.
 */
export async function decide(root: string, files: readonly Replacement[]): Promise<void> {
  const plan = join(root, STAGING, PLAN);
  await writeFile(`${plan}.new`, JSON.stringify({ formatVersion: 1, files }), { flush: true });
  await rename(`${plan}.new`, plan);
}

/** Puts staged files in place, each whole by a rename; removals go last. */
export async function carryOut(root: string, files: readonly Replacement[]): Promise<void> {
  for (const { view, kind, source } of files) {
    // One that is missing was put in place before the run that staged it was stopped.
    if (source !== null) await rename(stagedFile(root, source), pathOf(root, view, kind)).catch(ifMissing(undefined));
  }
  for (const { view, kind, source } of files) {
    if (source === null) await rm(pathOf(root, view, kind), { force: true });
  }
}

/** Where the file of that number waits. */
export function stagedFile(root: string, source: number): string {
  return join(root, STAGING, `${source}`);
}

/** Whether a run was stopped after it had decided what to write. */
export async function isInterrupted(root: string): Promise<boolean> {
  return (await readFile(join(root, STAGING, PLAN)).catch(ifMissing(null))) !== null;
}

/**
 * Completes what a stopped run had decided, the caller holding the lock. A view one of whose files was changed since, by
 * git for instance, is left as it is; what was not decided yet is forgotten.
 */
export async function completeInterrupted(root: string): Promise<void> {
  const text = await readFile(join(root, STAGING, PLAN), "utf8").catch(ifMissing(null));
  if (text !== null) await completePlan(root, planSchema.safeParse(parseJson(text)).data?.files ?? []);
  await rm(join(root, STAGING), { recursive: true, force: true });
}

async function completePlan(root: string, files: readonly Replacement[]): Promise<void> {
  const changed = new Set<string>();
  for (const file of files) if (!(await isAsDecided(root, file))) changed.add(snapshotPath(file.view));
  await carryOut(
    root,
    files.filter(({ view }) => !changed.has(snapshotPath(view))),
  );
}

/** Whether a file is as it was, or as it is to be; and what is staged for it, if it is still there, what it is to be. */
async function isAsDecided(root: string, { view, kind, source, before, after }: Replacement): Promise<boolean> {
  const current = await digestOf(pathOf(root, view, kind));
  if (current !== before && current !== after) return false;
  const staged = source === null ? null : await digestOf(stagedFile(root, source));
  return staged === after || (staged === null && current === after);
}

/** `null` where there is no file; what is in its place but cannot be read is like no file that was ever written. */
async function digestOf(path: string): Promise<string | null> {
  try {
    return fileDigest(await readFile(path));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === null) throw error;
    return code === "ENOENT" || code === "ENOTDIR" ? null : code;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not written by us: a plan is renamed into place whole.
    return null;
  }
}
