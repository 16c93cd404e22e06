import childProcess from "node:child_process";
import { Server } from "node:net";
import { basename } from "node:path";
import TestEnvironment from "./test-environment.mjs";

/** Everything by which a process or a server starts: the object it is a member of, and its name. */
const starts = [
  [childProcess.ChildProcess.prototype, "spawn"],
  [childProcess, "spawnSync"],
  [childProcess, "execFileSync"],
  [childProcess, "execSync"],
  [Server.prototype, "listen"],
];

/** What unit tests run in: whatever starts a process or a server throws, so that they stay quick and need nothing. */
export default class extends TestEnvironment {
  kept = starts.map(([owner, name]) => owner[name]);

  async setup() {
    await super.setup();
    for (const [index, [owner, name]] of starts.entries()) owner[name] = refusing(name, this.kept[index]);
  }

  async teardown() {
    for (const [index, [owner, name]] of starts.entries()) owner[name] = this.kept[index];
    await super.teardown();
  }
}

function refusing(name, start) {
  return function (...given) {
    const what = given[0]?.file ?? given[0];
    // The transform of the sources to come is jest's, not the test's.
    if (typeof what === "string" && basename(what) === "esbuild") return start.apply(this, given);
    const started = name === "listen" ? "a server" : `the process ${what}`;
    throw new Error(`A unit test starts ${started}: name its file *.integration.test.ts.`);
  };
}
