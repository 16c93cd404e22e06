import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import type { PreparedServer } from "./server-launch.js";
import { startServer } from "./start-server.js";

/** Starts a program that is no Trino; returns the error and the folders it was run in. */
async function startProgram(program: string) {
  const folders: string[] = [];
  const server: PreparedServer = {
    version: "476",
    source: "maven",
    launch: (port, folder) => {
      folders.push(folder);
      const files = { "config.properties": `port=${port}` };
      return { files, command: process.execPath, args: ["-e", program], graceSeconds: 0 };
    },
  };
  const error = await startServer(server, { port: null, longRunning: false }).catch((reason: unknown) => reason);
  return { error, folders };
}

test("a server that ends while starting is reported with the end of its log, which is kept", async () => {
  const { error, folders } = await startProgram("console.log('heap too small'); process.exit(1)");
  const [folder = ""] = folders;
  const logFile = join(dirname(folder), "server.log");
  const message = `Trino 476 did not start: it ended while starting. The end of its log, ${logFile}:\nheap too small`;
  expect(error).toEqual(new UserError("unreachable", message));
  expect([folders.length, existsSync(folder), await readFile(logFile, "utf8")]).toEqual([1, false, "heap too small\n"]);
  await rm(dirname(folder), { recursive: true });
});

test("when somebody else took the port, two more ports are tried", async () => {
  const { error, folders } = await startProgram("console.log('java.net.BindException: Address already in use')");
  expect([error instanceof UserError, new Set(folders).size]).toEqual([true, 3]);
  for (const folder of folders) await rm(dirname(folder), { recursive: true });
});

test("a server reads its configuration where it runs", async () => {
  const program =
    "console.log(require('node:fs').readFileSync('etc/config.properties', 'utf8').replace(/[0-9]+/, 'N'))";
  const { folders } = await startProgram(program);
  const [folder = ""] = folders;
  expect(await readFile(join(dirname(folder), "server.log"), "utf8")).toBe("port=N\n");
  await rm(dirname(folder), { recursive: true });
});
