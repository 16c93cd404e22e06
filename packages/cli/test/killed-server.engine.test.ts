import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { runSql, startSandbox } from "@schema-gate/sandbox";
import { onEachTrino } from "@schema-gate/testing";
import { runCli, temporaryFolder, writeConfig } from "./run-cli.js";

const views = 60;
const schema = "killed";

/** Every file below a folder with its bytes. */
function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file, readFileSync(file, "utf8")]),
  );
}

onEachTrino(({ version }) => {
  test("a server killed in mid-snapshot gives exit 3 and leaves the snapshots as they were", async () => {
    const sandbox = await startSandbox({ version });
    try {
      const folder = temporaryFolder();
      writeConfig(folder, sandbox.url, schema);
      await runSql(sandbox.url, `CREATE SCHEMA awsdatacatalog.${schema}`);
      const create = (view: number, columns: string) =>
        runSql(sandbox.url, `CREATE OR REPLACE VIEW awsdatacatalog.${schema}.tasks_${view}_v1 AS SELECT ${columns}`);
      for (let view = 0; view < views; view++) await create(view, "1 AS a");
      expect((await runCli(folder, "snapshot")).code).toBe(0);
      for (let view = 0; view < views; view++) await create(view, "1 AS a, 2 AS b");
      const before = filesBelow(join(folder, "snapshots"));
      expect(before.size).toBe(2 * views); // Each with its history.

      const running = runCli(folder, "snapshot");
      await statementsSeen(sandbox.url, "SHOW CREATE VIEW");
      await sandbox.kill();
      const { code, out, err } = await running;
      expect([code, out]).toEqual([3, ""]);
      expect(err).toContain(new URL(sandbox.url).host);
      expect(filesBelow(join(folder, "snapshots"))).toEqual(before);
    } finally {
      await sandbox.stop();
    }
  }, 300_000);
});

/** Waits until the server has been asked about single views: the snapshot is half done. */
async function statementsSeen(url: string, start: string): Promise<void> {
  const count = `SELECT count(*) FROM system.runtime.queries WHERE query LIKE '${start}%tasks!_%' ESCAPE '!' AND created > current_timestamp - INTERVAL '2' SECOND`;
  for (;;) {
    const [[seen] = []] = await runSql(url, count);
    if (Number(seen) >= 5) return;
    await sleep(20);
  }
}
