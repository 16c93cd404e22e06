import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import type { Io } from "../src/io.js";
import { main } from "../src/main.js";

/** What one run of `schema-diff` printed and returned. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `schema-diff` in this process, as a pipe would see it, on 2026-11-22. */
export async function runCli(cwd: string, ...argv: readonly string[]): Promise<CliRun> {
  return run(cwd, null, argv);
}

/** Runs `schema-diff` with a person at the terminal who answers so; every question needs its answer. */
export async function runAnswering(
  cwd: string,
  answer: (question: string) => string,
  ...argv: readonly string[]
): Promise<CliRun> {
  return run(cwd, async (question) => answer(question), argv);
}

async function run(cwd: string, ask: Io["ask"], argv: readonly string[]): Promise<CliRun> {
  const written = { out: "", err: "" };
  const output = (name: "out" | "err") => ({
    isTerminal: false,
    width: null,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const io = { out: output("out"), err: output("err"), env: {}, cwd, today: () => "2026-11-22", ask, onInterrupt };
  const code = await main(argv, io);
  return { code, ...written };
}

const interrupted = new Set<() => void>();

function onInterrupt(run: () => void): () => void {
  interrupted.add(run);
  return () => interrupted.delete(run);
}

/** What Ctrl-C does to everything that runs now; says how much that was. */
export function interrupt(): number {
  const running = interrupted.size;
  for (const run of interrupted) run();
  return running;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the test file has run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "schema-gate-cli-"));
  folders.push(folder);
  return folder;
}

/** Writes a `schema-gate.yaml` whose only profile is this server and schema, which is public. */
export function writeConfig(folder: string, server: string, schema: string, engine = "trino"): void {
  const config = {
    formatVersion: 1,
    publicSchemas: [schema],
    profiles: { sandbox: { server, engine, catalog: "awsdatacatalog", schemas: [schema], user: "schema-gate" } },
  };
  // JSON is YAML.
  writeFileSync(join(folder, "schema-gate.yaml"), JSON.stringify(config));
}
