import { UserError } from "@schema-gate/contract";
import type { Commits } from "../git/commits.js";
import { requirePlainFile, type TreeFile } from "../git/list-tree.js";
import { CONFIG_FILE, isNoWaiver, type Policy, WAIVERS_FOLDER } from "./policy.js";
import { readPolicyFiles } from "./read-policy-files.js";

/** The policy as a commit (40 hex digits) holds it: what a pull request changes of it does not count. */
export async function policyOfCommit(commits: Commits, commit: string): Promise<Policy> {
  const [configs, waivers] = await Promise.all([
    commits.files(commit, CONFIG_FILE).then(Array.from<TreeFile>),
    commits.files(commit, WAIVERS_FOLDER).then(Array.from<TreeFile>),
  ]);
  const named = waivers.filter(({ path }) => !isNoWaiver(path.slice(WAIVERS_FOLDER.length + 1)));
  const files = [...configs, ...named];
  for (const file of files) requirePlainFile(file);
  if (configs.some(({ path }) => path !== CONFIG_FILE)) {
    throw new UserError("usage", `${CONFIG_FILE} is a folder in ${commit}; it must be a file.`);
  }
  const contents: Buffer[] = [];
  await commits.readBlobs(
    files.map(({ blob }) => blob),
    (_, bytes) => contents.push(bytes),
  );
  const config = configs.length === 0 ? null : (contents.shift() ?? null);
  const texts = named.map(({ path }, index) => ({
    path: path.slice(WAIVERS_FOLDER.length + 1),
    bytes: contents[index] ?? Buffer.alloc(0),
  }));
  return readPolicyFiles(commit, config, texts);
}
