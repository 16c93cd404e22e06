#!/usr/bin/env node
import { writeSync } from "node:fs";
import type { Output } from "./io.js";
import { main } from "./main.js";

// Written at once: process.exitCode is set after, and nothing is lost when the reader is slow.
function output(stream: NodeJS.WriteStream, descriptor: number): Output {
  return {
    isTerminal: stream.isTTY === true,
    width: stream.isTTY ? stream.columns : null,
    write: (text) => writeAll(descriptor, Buffer.from(text)),
  };
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // The reader went away (`| head`): nobody is left to tell, but the exit code still says what was decided.
      if (code === "EPIPE") return;
      // A full pipe of somebody who set it non-blocking: try again.
      if (code !== "EAGAIN") throw error;
    }
  }
}

process.exitCode = await main(process.argv.slice(2), {
  out: output(process.stdout, 1),
  err: output(process.stderr, 2),
  env: process.env,
  cwd: process.cwd(),
  today: () => new Date().toISOString().slice(0, 10),
  onInterrupt: (run) => {
    process.once("SIGINT", run);
    return () => process.off("SIGINT", run);
  },
});
