import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "@jest/globals";
import { runSql } from "@schema-gate/sandbox";
import { onEachTrino } from "@schema-gate/testing";
import { interrupt, runCli, temporaryFolder, writeConfig } from "./run-cli.js";

const schema = "interrupted";

onEachTrino(({ url }) => {
  beforeAll(async () => {
    await runSql(url, `CREATE SCHEMA IF NOT EXISTS awsdatacatalog.${schema}`);
    for (let view = 0; view < 40; view++) {
      await runSql(url, `CREATE OR REPLACE VIEW awsdatacatalog.${schema}.tasks_${view}_v1 AS SELECT 1 AS a`);
    }
  });

  test("Ctrl-C ends a snapshot with exit 3, and nothing of it goes on running", async () => {
    const folder = temporaryFolder();
    writeConfig(folder, url, schema);
    const running = runCli(folder, "snapshot");
    while (interrupt() === 0) await sleep(5);
    const { code, out } = await running;
    expect([code, out]).toEqual([3, ""]);
    const left =
      "SELECT count(*) FROM system.runtime.queries WHERE state = 'RUNNING' AND query LIKE '%interrupted%' AND query NOT LIKE '%runtime%'";
    expect(await runSql(url, left)).toEqual([[0]]);
  });
});
