import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { runSql } from "@schema-gate/sandbox";
import { onEachTrino, testServers } from "@schema-gate/testing";
import { startNewerSpellingProxy } from "./newer-spelling-proxy.js";
import { type CliRun, runCli, temporaryFolder, writeConfig } from "./run-cli.js";

const schema = "spellings";
const columns = [
  "CAST(NULL AS row(trace_id varchar, took double)) AS details",
  "CAST(NULL AS array(row(task_id varchar, at timestamp(6) with time zone))) AS depends_on",
  'CAST(NULL AS map(varchar, array(row("Mixed" bigint, price decimal(10,2))))) AS attrs',
  "CAST(NULL AS row(bigint, varchar)) AS pair",
  "CAST(NULL AS varchar(10)) AS name",
];

async function publish(url: string): Promise<void> {
  await runSql(url, `CREATE SCHEMA IF NOT EXISTS awsdatacatalog.${schema}`);
  await runSql(
    url,
    `CREATE OR REPLACE VIEW awsdatacatalog.${schema}.tasks_v1 COMMENT 'One row.' AS SELECT ${columns.join(", ")}`,
  );
}

async function snapshot(folder: string, url: string, out: string): Promise<CliRun> {
  writeConfig(folder, url, schema);
  return runCli(folder, "snapshot", "--out", out);
}

function bytesBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

onEachTrino(({ url }) => {
  beforeAll(() => publish(url));

  test("recorded spelling of 480 and later: the same schema gives the same bytes, and nothing is found", async () => {
    const folder = temporaryFolder();
    const proxy = await startNewerSpellingProxy(url, "480");
    try {
      const plain = await snapshot(folder, url, "plain");
      const quoted = await snapshot(folder, proxy.url, "quoted");
      expect([plain.code, plain.err, quoted.code, quoted.err]).toEqual([0, "", 0, ""]);
    } finally {
      await proxy.close();
    }
    expect(bytesBelow(join(folder, "quoted"))).toEqual(bytesBelow(join(folder, "plain")));
    const { code, out } = await runCli(folder, "diff", "plain", "quoted", "--format", "json");
    expect([code, JSON.parse(out).findings]).toEqual([0, []]);
  });
});

onEachTrino(({ version, url }) => {
  test("the same schema on every server at hand: nothing is found", async () => {
    const folder = temporaryFolder();
    await publish(url);
    await snapshot(folder, url, version);
    for (const other of testServers()) {
      await publish(other.url);
      const { code, err } = await snapshot(folder, other.url, `other-${other.version}`);
      expect([code, err]).toEqual([0, ""]);
      const { out } = await runCli(folder, "diff", version, `other-${other.version}`, "--format", "json");
      expect(JSON.parse(out).findings).toEqual([]);
    }
  });
});
