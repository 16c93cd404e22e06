import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serverName } from "@schema-gate/sandbox";
import { startTestServers } from "./test-servers.js";

/** `pnpm test`: starts every Trino and PrestoDB that can be had here, runs jest once, and ends with `N passed, N failed, N skipped`. */
const root = fileURLToPath(new URL("../../../", import.meta.url));
const isCi = process.env.CI === "true";

const servers = await startTestServers();
const folder = mkdtempSync(join(tmpdir(), "schema-gate-tests-"));
const report = join(folder, "jest.json");
let exitCode: number;
try {
  exitCode = await runJest(report);
} finally {
  await servers.stop();
}
const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, numRuntimeErrorTestSuites } = JSON.parse(
  readFileSync(report, "utf8"),
);
rmSync(folder, { recursive: true });

const brokenSuites = Math.max(0, numRuntimeErrorTestSuites);
if (numFailedTestSuites > 0 || exitCode !== 0) process.exitCode = 1;
for (const { version, reason } of servers.missing) {
  process.stderr.write(`\nNOT RUN on a real ${serverName(version)}: ${reason}\n`);
}
if (isCi && (numPendingTests > 0 || servers.missing.length > 0)) {
  process.stderr.write(`\n${numPendingTests} tests were skipped; under CI=true that is a failure.\n`);
  process.exitCode = 1;
}
process.stdout.write(
  `\n${numPassedTests} passed, ${numFailedTests + brokenSuites} failed, ${numPendingTests} skipped\n`,
);

function runJest(outputFile: string): Promise<number> {
  const node = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", "--max-semi-space-size=64"];
  const jest = [...node, "node_modules/jest/bin/jest.js"];
  // Many tests wait for processes and servers a third of their time: three workers keep two cores busy.
  const workers = Math.ceil(availableParallelism() * 1.5);
  const options = ["--json", `--outputFile=${outputFile}`, `--maxWorkers=${workers}`, ...process.argv.slice(2)];
  const env = {
    // `pnpm test:unit`, which is run all day, tries fewer values.
    PROPERTY_RUNS: "500",
    ...process.env,
    SCHEMA_GATE_TEST_SERVERS: JSON.stringify(servers.running),
    SCHEMA_GATE_MISSING_SERVERS: servers.missing.map(({ version }) => version).join(" "),
  };
  return new Promise((resolve, reject) => {
    // The JSON that --json prints is read from the file; people read jest's own lines on stderr.
    const child = spawn(process.execPath, [...jest, ...options], {
      cwd: root,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
