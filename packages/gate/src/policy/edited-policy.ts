import { isUtf8 } from "node:buffer";
import { parseConfig, UserError } from "@schema-gate/contract";
import type { Commits } from "../git/commits.js";
import { requirePlainFile, type TreeFile } from "../git/list-tree.js";
import { shown } from "../shown.js";
import { CONFIG_FILE, isNoWaiver, WAIVERS_FOLDER, type WaiverFile } from "./policy.js";

/** A file of the policy that a change edits. */
export interface PolicyEdit {
  readonly file: string;
  /** Whether the change removes it. */
  readonly isRemoved: boolean;
  /** The waiver as the change leaves it; `null` for the configuration and for what is removed. */
  readonly waiver: WaiverFile | null;
}

/** Three commits: where a change left the branch it goes into, that branch's newest, and the change's own newest. */
export interface ChangeCommits {
  readonly mergeBase: string;
  readonly base: string;
  readonly head: string;
}

/**
 * What a change edits of the configuration, leads and waivers, sorted by file; what stands on the base already is no edit.
 * Throws a UserError for a configuration nobody can read, and for links: merged, they would stop everybody who comes after.
 */
export async function readEditedPolicy(
  commits: Commits,
  { mergeBase, base, head }: ChangeCommits,
): Promise<readonly PolicyEdit[]> {
  const { before, after } = await commits.changes(mergeBase, head, [CONFIG_FILE, WAIVERS_FOLDER]);
  const edited = new Map(after.filter(isPolicy).map((file) => [file.path, file]));
  const paths = new Set([...before.filter(isPolicy).map(({ path }) => path), ...edited.keys()]);
  if (paths.size === 0) return [];
  const known = await filesOfPolicy(commits, base);
  const differing = Array.from(paths).filter((path) => !isSame(known.get(path), edited.get(path)));
  const texts = await readTexts(
    commits,
    differing.flatMap((path) => edited.get(path) ?? []),
  );
  return differing.sort().map((file) => policyEdit(file, texts.get(file)));
}

function policyEdit(file: string, text: string | null | undefined): PolicyEdit {
  if (text === undefined) return { file, isRemoved: true, waiver: null };
  if (file !== CONFIG_FILE) return { file, isRemoved: false, waiver: { file, text } };
  if (text === null) throw new UserError("usage", `Cannot read ${CONFIG_FILE}: it is not UTF-8. Save it as UTF-8.`);
  parseConfig(text, CONFIG_FILE);
  return { file, isRemoved: false, waiver: null };
}

function isPolicy({ path }: TreeFile): boolean {
  if (!path.startsWith(`${WAIVERS_FOLDER}/`)) return true;
  return !isNoWaiver(path.slice(WAIVERS_FOLDER.length + 1));
}

function isSame(one: TreeFile | undefined, other: TreeFile | undefined): boolean {
  return one?.blob === other?.blob && one?.mode === other?.mode;
}

async function filesOfPolicy(commits: Commits, commit: string): Promise<ReadonlyMap<string, TreeFile>> {
  const [config, waivers] = await Promise.all([
    commits.files(commit, CONFIG_FILE),
    commits.files(commit, WAIVERS_FOLDER),
  ]);
  return new Map([...config, ...waivers].map((file) => [file.path, file]));
}

/** The texts of files; `null` is not UTF-8. */
async function readTexts(commits: Commits, files: readonly TreeFile[]): Promise<ReadonlyMap<string, string | null>> {
  for (const file of files) {
    requirePlainFile(file);
    if (file.path !== CONFIG_FILE && file.path.startsWith(CONFIG_FILE)) {
      throw new UserError("usage", `${CONFIG_FILE} is a folder here (${shown(file.path)}); it must be a file.`);
    }
  }
  const texts = new Map<string, string | null>();
  const ids = files.map(({ blob }) => blob);
  await commits.readBlobs(ids, (index, bytes) => {
    texts.set(files[index]?.path ?? "", isUtf8(bytes) ? bytes.toString() : null);
  });
  return texts;
}
