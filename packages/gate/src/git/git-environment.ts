import { devNull } from "node:os";

/**
 * Nothing the caller's shell or the checked-out repository sets may change what git answers or make it run a program:
 * GIT_* variables of a hook would point at another index, replace refs at other contents, a pager or a prompt would hang.
 */
export function gitEnvironment(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(([name]) => !/^(GIT_|SSH_ASKPASS)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_ASKPASS: "false",
    // Grafts would give commits other parents, and so another merge base.
    GIT_GRAFT_FILE: `${devNull}/none`,
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_SSH_COMMAND: "ssh -o BatchMode=yes",
    GIT_TERMINAL_PROMPT: "0",
  };
}

/**
 * Options of every git command: paths are paths, never patterns, and neither hooks nor a file watcher are run. The commands
 * themselves are plumbing, which settings like `log.follow` and `diff.*` do not reach. The user's configuration is read all the same:
 * `safe.directory` stands there.
 */
export const gitOptions = [
  "--no-pager",
  "--literal-pathspecs",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
] as const;
