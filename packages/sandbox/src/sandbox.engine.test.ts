import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, jest, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { onEachTrino, onPrestoDb } from "@schema-gate/testing";
import { availableSandboxes } from "./available-sandboxes.js";
import { runSql, SqlRefused } from "./query/run-sql.js";
import { engineOf } from "./server/engine.js";
import { hasIceberg, icebergCatalog } from "./server/iceberg.js";
import { sandboxCatalogs } from "./server/server-files.js";
import { startSandbox } from "./start-sandbox.js";

jest.setTimeout(300_000);

onEachTrino(({ url, version }) => {
  test("the server tells its version and has exactly the catalogs of a sandbox", async () => {
    expect(await runSql(url, "SELECT version()")).toEqual([[version]]);
    const catalogs = [
      ...Object.keys(sandboxCatalogs),
      ...(hasIceberg(version) ? [icebergCatalog] : []),
      "system",
    ].sort();
    expect(await runSql(url, "SHOW CATALOGS")).toEqual(catalogs.map((catalog) => [catalog]));
  });

  test("it runs queries on its one node", async () => {
    await runSql(url, "CREATE SCHEMA IF NOT EXISTS memory.sandbox");
    await runSql(url, "CREATE TABLE memory.sandbox.numbers AS SELECT n FROM UNNEST(sequence(1, 3)) AS t (n)");
    expect(await runSql(url, "SELECT n FROM memory.sandbox.numbers WHERE n > 1 ORDER BY n")).toEqual([[2], [3]]);
    await runSql(url, "DROP TABLE memory.sandbox.numbers");
  });

  test("it answers clients of PrestoDB by their own headers", async () => {
    const headers = { "X-Presto-User": "sandbox", "X-Presto-Source": "test" };
    const response = await fetch(`${url}/v1/statement`, { method: "POST", headers, body: "SELECT 1" });
    expect(response.status).toBe(200);
  });

  test("a refused statement is told by Trino's own name", async () => {
    await expect(runSql(url, "SELECT 1 +")).rejects.toBeInstanceOf(SqlRefused);
    await expect(runSql(url, "SELECT 1 +")).rejects.toMatchObject({ errorName: "SYNTAX_ERROR" });
  });

  test("a running server can be used by its URL, but is not ended by us", async () => {
    const sandbox = await startSandbox({ url: `${url}/`, version });
    expect([sandbox.url, sandbox.version, sandbox.source, sandbox.pid, sandbox.logFile]).toEqual([
      url,
      version,
      "url",
      null,
      null,
    ]);
    await expect(sandbox.kill()).rejects.toMatchObject({ kind: "usage" });
    await sandbox.stop();
    expect(await runSql(url, "SELECT 1")).toEqual([[1]]);
    await expect(startSandbox({ url, version: "1" })).rejects.toEqual(
      new UserError("usage", `The server at ${url} is Trino ${version}, not 1.`),
    );
  });
});

onPrestoDb(({ url, version }) => {
  test("PrestoDB tells its version and has exactly the catalogs of a sandbox, without rows", async () => {
    const run = (sql: string) => runSql(url, sql, "presto");
    expect(await run("SELECT node_version FROM system.runtime.nodes")).toEqual([[version]]);
    const catalogs = [...Object.keys(sandboxCatalogs), "system"].sort();
    expect(await run("SHOW CATALOGS")).toEqual(catalogs.map((catalog) => [catalog]));
    await run("CREATE TABLE memory.default.numbers (n bigint)");
    await expect(run("INSERT INTO memory.default.numbers VALUES 1")).rejects.toBeInstanceOf(SqlRefused);
    expect(await run("SELECT count(*) FROM memory.default.numbers")).toEqual([[0]]);
    await run("DROP TABLE memory.default.numbers");
  });

  test("it can be used by its URL", async () => {
    const sandbox = await startSandbox({ url, version: "0.296" });
    expect([sandbox.version, sandbox.source]).toEqual([version, "url"]);
    await expect(startSandbox({ url, version: "0.29" })).rejects.toEqual(
      new UserError("usage", `The server at ${url} is PrestoDB ${version}, not 0.29.`),
    );
  });
});

const [startable] = (await availableSandboxes()).filter(
  ({ available, version }) => available && engineOf(version) === "trino",
);
const ifStartable = startable === undefined ? describe.skip : describe;

ifStartable("a server of our own", () => {
  const version = startable?.version ?? "";

  test("is gone once stopped or killed", async () => {
    for (const end of ["stop", "kill"] as const) {
      const sandbox = await startSandbox({ version });
      expect(await runSql(sandbox.url, "SELECT 1")).toEqual([[1]]);
      await sandbox[end]();
      await sandbox.gone;
      await expect(fetch(`${sandbox.url}/v1/info`)).rejects.toThrow("fetch failed");
    }
  });

  test("ends when the process that started it is killed", async () => {
    const program = fileURLToPath(new URL("../dist/trino.js", import.meta.url));
    const parent = spawn(process.execPath, [program, version], { stdio: ["ignore", "pipe", "inherit"] });
    const url = await printedUrl(parent.stdout);
    expect(await runSql(url, "SELECT 1")).toEqual([[1]]);
    parent.kill("SIGKILL");
    while (await answers(url)) await new Promise((resolve) => setTimeout(resolve, 100));
  });
});

function printedUrl(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    output.on("data", (part) => {
      text += String(part);
      const url = /running at (\S+)/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
    output.on("end", () => reject(new Error(`No server was started: ${text}`)));
  });
}

async function answers(url: string): Promise<boolean> {
  return await fetch(`${url}/v1/info`).then(
    () => true,
    () => false,
  );
}
