#!/usr/bin/env node
import type { Output } from "./io.js";
import { main } from "./main.js";
import { writeAll } from "./write-all.js";

function output(stream: NodeJS.WriteStream, write: (text: string) => void): Output {
  return { isTerminal: stream.isTTY === true, width: stream.isTTY ? stream.columns : null, write };
}

/** An error that cannot be told must not hide the exit code, which says it too. */
function writeError(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // There is nowhere left to say so.
  }
}

const exitCode = await main(process.argv.slice(2), {
  out: output(process.stdout, (text) => writeAll(1, text)),
  err: output(process.stderr, writeError),
  env: process.env,
  cwd: process.cwd(),
  today: () => new Date().toISOString().slice(0, 10),
  ask:
    process.stdin.isTTY && process.stderr.isTTY ? async (question) => (await import("./ask.js")).ask(question) : null,
  onInterrupt: (run) => {
    process.once("SIGINT", run);
    return () => process.off("SIGINT", run);
  },
});
// Everything is written and closed. What V8 still compiles in the background helps nobody, and Node would wait for it.
process.exit(exitCode);
