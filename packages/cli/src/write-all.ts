import { writeSync } from "node:fs";
import { OutputError } from "./output-error.js";

/**
 * Writes all of a text at once: process.exitCode is set after, and nothing is lost when the reader is slow. A reader that went
 * away (`| head`) is no error: nobody is left to tell, and the exit code still says what was decided. Throws an OutputError.
 */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      // A full pipe of somebody who set it non-blocking: try again.
      if (code !== "EAGAIN") throw new OutputError(error);
    }
  }
}
