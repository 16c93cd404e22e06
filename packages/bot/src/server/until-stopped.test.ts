import { EventEmitter } from "node:events";
import { expect, test } from "@jest/globals";
import { openLog } from "./log.js";
import { untilStopped } from "./until-stopped.js";

const never = new Promise<void>(() => {});

/** A server that stops when it is let, and what was logged. */
function start(broken: Promise<void> = never) {
  const signals = new EventEmitter();
  const lines: string[] = [];
  let stopped = () => {};
  const stopping = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const log = openLog("info", [], (line) => void lines.push(String(JSON.parse(line).msg)));
  const ending = untilStopped({ url: "", stop: () => stopping }, broken, signals, log);
  return { signals, lines, stopped, ending };
}

test.each(["SIGTERM", "SIGINT"])("%s stops in order", async (signal) => {
  const { signals, lines, stopped, ending } = start();
  signals.emit(signal);
  stopped();
  expect(await ending).toBe("stopped");
  expect(lines).toEqual(["stopping", "stopped"]);
});

test("a second signal ends at once", async () => {
  const { signals, lines, ending } = start();
  signals.emit("SIGTERM");
  await new Promise((resolve) => setImmediate(resolve));
  signals.emit("SIGINT");
  expect(await ending).toBe("stopped");
  expect(lines).toEqual(["stopping", "stopped before all was done; the rest is stored"]);
});

test("a state that cannot be stored any more stops it too, and not well", async () => {
  const { stopped, ending } = start(Promise.resolve());
  stopped();
  expect(await ending).toBe("broken");
});
