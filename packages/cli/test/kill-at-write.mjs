// Loaded before the process under test: kills it with SIGKILL at its KILL_AT-th change of a file, before that, in the
// middle of it or after it (KILL_WHEN), and says with exit code 70 that it made fewer changes.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const at = Number(process.env.KILL_AT);
const when = process.env.KILL_WHEN;
let made = 0;

for (const name of ["mkdirSync", "writeFileSync", "linkSync", "renameSync", "rmSync"]) {
  const real = fs[name];
  fs[name] = (...given) => {
    if (++made !== at) return real(...given);
    if (when === "within" && name === "writeFileSync") real(given[0], given[1].slice(0, given[1].length / 2), given[2]);
    if (when === "after") real(...given);
    process.kill(process.pid, "SIGKILL");
    return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
}
syncBuiltinESMExports();
process.on("exit", (code) => {
  if (code === 0) process.exitCode = 70;
});
