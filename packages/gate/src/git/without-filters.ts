import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { records } from "./list-tree.js";
import { gitFailed, runGit } from "./run-git.js";

/**
 * Options that go before a git command and switch off every filter the configuration names (`filter.<name>.clean` and the
 * like): git may look into files to tell whether they changed, and would run those programs on them.
 */
export async function withoutFilters(directory: string): Promise<readonly string[]> {
  const args = ["config", "--null", "--name-only", "--get-regexp", "^filter\\..*\\.(clean|process|required)$"];
  const { code, stderr, stdout } = await runGit(directory, args);
  // git says 1, and nothing else, when there is none.
  if (code !== 0 && code !== 1) throw gitFailed(args, stderr);
  return [...new Set(records(stdout))].flatMap((key) => ["-c", `${requireSettable(key)}=${unset(key)}`]);
}

/** An empty program is none; without one, git must not insist on it. */
function unset(key: string): string {
  return key.endsWith(".required") ? "false" : "";
}

function requireSettable(key: string): string {
  if (!key.includes("=")) return key;
  throw new UserError(
    "usage",
    `git is configured to run a filter that cannot be switched off: ${shown(key)}. Rename it without "=".`,
  );
}
