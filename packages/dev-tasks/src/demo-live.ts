import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { availableSandboxes, engineOf, publishDevProdLive, runSql, startSandbox } from "@schema-gate/sandbox";

/** With a Trino at hand (nothing to be fetched first): the snapshot is taken live and compared with the committed one. */
export async function demoLive(cli: string, folder: string, committed: string): Promise<void> {
  const here = (await availableSandboxes()).find(
    (sandbox) => sandbox.available && sandbox.toFetch === null && engineOf(sandbox.version) === "trino",
  );
  process.stdout.write(`\n${"─".repeat(80)}\nThe snapshot, live\n`);
  if (!here) {
    const fetch = "npx --yes pnpm@10.34.9 trino";
    process.stdout.write(`No Trino is at hand, so this part is left out; \`${fetch}\` fetches and starts one.\n`);
    return;
  }
  const sandbox = await startSandbox({ version: here.version });
  try {
    await publishDevProdLive(async (sql) => {
      await runSql(sandbox.url, sql);
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "schema-gate.yaml"), profile(sandbox.url));
    run(cli, ["snapshot"], folder, `on Trino ${sandbox.version}`);
    run(cli, ["diff", committed, "snapshots"], folder, "what is committed against what is live");
  } finally {
    await sandbox.stop();
  }
}

function run(cli: string, words: readonly string[], cwd: string, about: string): void {
  process.stdout.write(`\n$ schema-diff ${words[0]}        (${about})\n`);
  const done = spawnSync(process.execPath, [cli, ...words], { cwd, encoding: "utf8" });
  process.stdout.write(done.stdout + done.stderr);
  if (done.status !== 0) throw new Error(`schema-diff ${words[0]} ended with exit code ${done.status}.`);
}

function profile(server: string): string {
  return `formatVersion: 1
profiles:
  sandbox:
    server: ${server}
    catalog: awsdatacatalog
    schemas: [dev_prod_live]
    user: schema-gate
`;
}
