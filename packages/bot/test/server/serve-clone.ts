import { writeSync } from "node:fs";
import { main } from "../../src/server/main.js";
import { checkCommitsOfClone } from "../check-commits.js";

/** `schema-gate` with the gate on a clone, for tests that kill it; the clone is named by GATE_CLONE. */
const exitCode = await main(
  {
    argv: process.argv.slice(2),
    env: process.env,
    out: (text) => writeSync(1, text),
    err: (text) => writeSync(2, text),
    signals: process,
    now: Date.now,
    version: "0",
  },
  checkCommitsOfClone(process.env.GATE_CLONE ?? ""),
);
process.exit(exitCode);
