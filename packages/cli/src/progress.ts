import type { Io } from "./io.js";

/** Runs work that tells how far it has come. */
export async function withProgress<T>(
  io: Io,
  what: string,
  work: (tell: (progress: { readonly done: number; readonly total: number }) => void) => Promise<T>,
): Promise<T> {
  const progress = startProgress(io, what);
  try {
    return await work(({ done, total }) => progress.tell(done, total));
  } finally {
    progress.stop();
  }
}

/** Says on a terminal how far long work has come; silent in a pipe and for the first second. */
function startProgress(io: Io, what: string): { tell(done: number, total: number): void; stop(): void } {
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
