import { writeSync } from "node:fs";
import { runAction } from "./action/run-action.js";
import { checkCommits } from "./judge/check-commits.js";

const exitCode = await runAction(
  { env: process.env, out: (text) => writeSync(1, text), now: () => new Date() },
  checkCommits,
);
// Idle connections to GitHub must not keep the runner waiting.
process.exit(exitCode);
