import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import type { PreparedServer } from "./server-launch.js";
import { startServer } from "./start-server.js";

/** A server whose program is run in the folders that are noted. */
function preparedProgram(program: string, folders: string[]): PreparedServer {
  return {
    version: "476",
    source: "maven",
    launch: (port, folder) => {
      folders.push(folder);
      const files = { "config.properties": `port=${port}` };
      return { files, command: process.execPath, args: ["-e", program], graceSeconds: 0 };
    },
  };
}

/** Starts a program that is no Trino; returns the error and the folders it was run in. */
async function startProgram(program: string) {
  const folders: string[] = [];
  const error = await startServer(preparedProgram(program, folders), { port: null, longRunning: false }).catch(
    (reason: unknown) => reason,
  );
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
  // Of three attempts only the last one's log is worth keeping.
  const logs = folders.map((folder) => existsSync(join(dirname(folder), "server.log")));
  expect(logs).toEqual([false, false, true]);
  for (const folder of folders) await rm(dirname(folder), { recursive: true, force: true });
});

/** Something that answers as Trino does when it is asked for its version. */
const answering = `
  const { mkdtempSync, readFileSync, writeFileSync } = require("node:fs");
  writeFileSync("tmp/unpacked", "");
  const port = Number(/\\d+/.exec(readFileSync("etc/config.properties", "utf8"))[0]);
  require("node:http")
    .createServer((request, response) =>
      response.end(JSON.stringify({ starting: false, nodeVersion: { version: "476" }, id: "1", data: [["476"]] })),
    )
    .listen(port, "127.0.0.1");
`;

test("a server that is stopped leaves nothing behind, one that is killed its log", async () => {
  for (const end of ["stop", "kill"] as const) {
    const folders: string[] = [];
    const sandbox = await startServer(preparedProgram(answering, folders), { port: null, longRunning: false });
    const [place = ""] = folders.map(dirname);
    expect(existsSync(join(place, "run", "tmp", "unpacked"))).toBe(true);
    await sandbox[end]();
    expect([existsSync(join(place, "run")), existsSync(place)]).toEqual([false, end === "kill"]);
    await rm(place, { recursive: true, force: true });
  }
});

test("a server reads its configuration where it runs", async () => {
  const program =
    "console.log(require('node:fs').readFileSync('etc/config.properties', 'utf8').replace(/[0-9]+/, 'N'))";
  const { folders } = await startProgram(program);
  const [folder = ""] = folders;
  expect(await readFile(join(dirname(folder), "server.log"), "utf8")).toBe("port=N\n");
  await rm(dirname(folder), { recursive: true });
});
