import type { Io } from "./io.js";

/** Says on a terminal how far long work has come; silent in a pipe and for the first second. */
export function startProgress(io: Io, what: string): { tell(done: number, total: number): void; stop(): void } {
  if (!io.err.isTerminal) return { tell: () => {}, stop: () => {} };
  const started = performance.now();
  let shown = "";
  const show = (text: string) => {
    if (performance.now() - started < 1000 || text === shown) return;
    shown = text;
    io.err.write(`\r\u001b[K${text}`);
  };
  const timer = setInterval(() => show(shown || `${what} …`), 1000);
  return {
    tell: (done, total) => show(`${what}: ${done} of ${total}${remaining(done, total, performance.now() - started)}`),
    stop: () => {
      clearInterval(timer);
      if (shown) io.err.write("\r\u001b[K");
    },
  };
}

function remaining(done: number, total: number, milliseconds: number): string {
  if (done === 0 || done === total) return "";
  const seconds = Math.ceil(((milliseconds / done) * (total - done)) / 1000);
  return `, about ${seconds} s left`;
}
