#!/usr/bin/env node
import { writeSync } from "node:fs";
import { checkCommits } from "./judge/check-commits.js";
import { main } from "./server/main.js";
import { version } from "./server/version.js";

/** A log nobody reads any more must not end the server; where the reader is slow, it waits. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
    }
  }
}

const exitCode = await main(
  {
    argv: process.argv.slice(2),
    env: process.env,
    out: (text) => write(1, text),
    err: (text) => write(2, text),
    signals: process,
    now: Date.now,
    version,
  },
  checkCommits,
);
// What still runs when it is to end is stored, and must not keep the process.
process.exit(exitCode);
