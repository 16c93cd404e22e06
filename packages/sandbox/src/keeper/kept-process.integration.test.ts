import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { keeperScript } from "./keeper-script.js";
import { keepProcess } from "./kept-process.js";

let place: string;
let folder: string;
let logFile: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "kept-process-"));
  folder = join(place, "run");
  logFile = join(place, "log");
  await mkdir(folder);
});
afterEach(() => rm(place, { recursive: true }));

const stayingUp = ["-e", "console.log(process.cwd()); setInterval(() => {}, 1000)"];
const refusingToEnd = [
  "-e",
  "process.on('SIGTERM', () => console.log('asked')); setInterval(() => {}, 1000); console.log('ready')",
];

const keep = (command: string, args: readonly string[], graceSeconds = 60) =>
  keepProcess({ command, args, graceSeconds, folder, logFile });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("a program runs in its folder, is logged, and is gone with its folder once stopped", async () => {
  const kept = await keep(process.execPath, stayingUp);
  await until(async () => (await readFile(logFile, "utf8")) === `${folder}\n`);
  expect([kept.isRunning(), isAlive(kept.pid)]).toEqual([true, true]);
  await kept.stop();
  expect([kept.isRunning(), isAlive(kept.pid), existsSync(folder)]).toEqual([false, false, false]);
  await kept.stop();
});

test("a program that does not end when asked is forced once its grace is over", async () => {
  const kept = await keep(process.execPath, refusingToEnd, 0.05);
  await until(async () => (await readFile(logFile, "utf8")) === "ready\n");
  await kept.stop();
  expect([isAlive(kept.pid), await readFile(logFile, "utf8")]).toEqual([false, "ready\nasked\n"]);
});

test("killing does not ask first", async () => {
  const kept = await keep(process.execPath, refusingToEnd);
  await until(async () => (await readFile(logFile, "utf8")) === "ready\n");
  await kept.kill();
  expect([kept.isRunning(), isAlive(kept.pid), await readFile(logFile, "utf8")]).toEqual([false, false, "ready\n"]);
  await kept.kill();
});

test("a program that ends by itself is seen to be gone", async () => {
  const kept = await keep(process.execPath, ["-e", "console.log('done')"]);
  await until(() => !kept.isRunning());
  expect(await readFile(logFile, "utf8")).toBe("done\n");
});

test("a program that cannot be started is refused and the log says why", async () => {
  const missing = join(place, "no-such-program");
  await expect(keep(missing, [])).rejects.toThrow(`${missing} could not be started`);
  expect(await readFile(logFile, "utf8")).toBe(`spawn ${missing} ENOENT\n`);
});

test("a program does not outlive a parent that is killed, not even one that ignores being asked", async () => {
  const keeperArgs = ["-e", keeperScript, "--", folder, "0.05", process.execPath, ...refusingToEnd];
  const parentProgram = `
    const { spawn } = require("node:child_process");
    const keeper = spawn(process.execPath, ${JSON.stringify(keeperArgs)}, {
      detached: true, stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    keeper.once("message", ({ pid }) => process.stdout.write(String(pid)));
  `;
  const parent = spawn(process.execPath, ["-e", parentProgram], { stdio: ["ignore", "pipe", "inherit"] });
  const pid = await new Promise<number>((resolve) => parent.stdout.once("data", (text) => resolve(Number(text))));
  expect(isAlive(pid)).toBe(true);
  parent.kill("SIGKILL");
  await until(() => !isAlive(pid) && !existsSync(folder));
});
