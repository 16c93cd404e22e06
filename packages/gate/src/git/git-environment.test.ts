import { devNull } from "node:os";
import { expect, test } from "@jest/globals";
import { gitEnvironment } from "./git-environment.js";

test("nothing of git's own environment is inherited", () => {
  const inherited = { PATH: "/bin", HOME: "/home/ada", GIT_DIR: "/elsewhere", git_pager: "less", SSH_ASKPASS: "ask" };
  expect(gitEnvironment(inherited)).toEqual({
    PATH: "/bin",
    HOME: "/home/ada",
    LC_ALL: "C",
    GIT_ASKPASS: "false",
    GIT_GRAFT_FILE: `${devNull}/none`,
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_SSH_COMMAND: "ssh -o BatchMode=yes",
    GIT_TERMINAL_PROMPT: "0",
  });
});
