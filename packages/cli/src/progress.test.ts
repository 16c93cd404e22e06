import { expect, test } from "@jest/globals";
import type { Io } from "./io.js";
import { withProgress } from "./progress.js";

function recorder(isTerminal: boolean): { io: Io; written: string[] } {
  const written: string[] = [];
  const output = { isTerminal, width: isTerminal ? 80 : null, write: (text: string) => void written.push(text) };
  const io = {
    out: output,
    err: output,
    env: {},
    cwd: ".",
    today: () => "2026-11-22",
    ask: null,
    onInterrupt: () => () => {},
  };
  return { io, written };
}

const longWork = (tell: (progress: { done: number; total: number }) => void) =>
  new Promise<string>((resolve) => {
    tell({ done: 1, total: 4 });
    setTimeout(() => {
      tell({ done: 2, total: 4 });
      resolve("done");
    }, 1100);
  });

test("long work tells on a terminal how far it is, and leaves nothing behind", async () => {
  const { io, written } = recorder(true);
  expect(await withProgress(io, "Reading views", longWork)).toBe("done");
  expect(written.at(-2)?.replace(/\d+ s left/, "N s left")).toBe("\r\u001b[KReading views: 2 of 4, about N s left");
  expect(written.at(-1)).toBe("\r\u001b[K");
});

test("in a pipe nothing is written, and neither is for work of less than a second", async () => {
  const piped = recorder(false);
  await withProgress(piped.io, "Reading views", longWork);
  const short = recorder(true);
  await withProgress(short.io, "Reading views", async (tell) => tell({ done: 1, total: 2 }));
  expect([piped.written, short.written]).toEqual([[], []]);
});
