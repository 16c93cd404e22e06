import { AsyncLocalStorage } from "node:async_hooks";
import { TestEnvironment } from "jest-environment-node";

/** The storages that were used since the last suite ended. */
const used = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...given) {
  used.add(this);
  return run.apply(this, given);
};

/**
 * Node as jest gives it to a suite. Jest leaves a storage behind with every suite, and Node 20 tells every storage of every promise:
 * in a process that has run a hundred suites a tenth of the time goes there. This ends each with its suite.
 */
export default class extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of used) storage.disable();
    used.clear();
  }
}
