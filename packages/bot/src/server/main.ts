import { UserError } from "@schema-gate/contract";
import { visibleText } from "@schema-gate/report";
import { runReportDrift } from "../drift/command/run-report-drift.js";
import type { CheckCommits } from "../judge/check-commits.js";
import { openLog } from "./log.js";
import { type Asked, readOptions } from "./options.js";
import { serve } from "./serve.js";
import { readSettings, type Settings } from "./settings/settings.js";
import { type Signals, untilStopped } from "./until-stopped.js";
import { gitHubApp } from "./work/github-app.js";

/** Everything the process may touch. */
export interface Process {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly signals: Signals;
  readonly now: () => number;
  readonly version: string;
}

/** 0: done, or stopped when asked to. 2: wrong usage or settings. 3: something failed that should not. */
export type ExitCode = 0 | 2 | 3;

/** Runs one command line of `schema-gate`. `checkCommits` is the gate. */
export async function main(process: Process, checkCommits: CheckCommits): Promise<ExitCode> {
  try {
    const asked = readOptions(process.argv);
    if (asked.kind === "serve") return await runServer(asked, process, checkCommits);
    if (asked.kind === "report-drift") await runReportDrift(asked.options, process);
    else process.out(asked.kind === "help" ? asked.text : `${process.version}\n`);
    return 0;
  } catch (error) {
    const isOurs = error instanceof UserError;
    const text = isOurs ? error.message : `this is a defect of Schema Gate.\n${(error as Error)?.stack ?? error}`;
    process.err(`schema-gate: ${text.split("\n").map(visibleText).join("\n")}\n`);
    return isOurs && error.kind === "usage" ? 2 : 3;
  }
}

async function runServer(
  { options }: Extract<Asked, { kind: "serve" }>,
  { env, err, signals, now }: Process,
  checkCommits: CheckCommits,
): Promise<ExitCode> {
  const settings = readSettings(options, env);
  const log = openLog(settings.logLevel, [settings.webhookSecret, settings.privateKey], err);
  let onBroken = () => {};
  const broken = new Promise<void>((resolve) => {
    onBroken = resolve;
  });
  const serving = await serve({
    settings,
    app: appOf(settings, checkCommits, now, (message) => log.info(message)),
    log,
    now,
    onBroken: (error) => {
      log.fatal({ err: error }, "work can no longer be stored");
      onBroken();
    },
  });
  return (await untilStopped(serving, broken, signals, log)) === "stopped" ? 0 : 3;
}

function appOf(settings: Settings, checkCommits: CheckCommits, now: () => number, onWait: (message: string) => void) {
  const { apiUrl, appId, privateKey, second } = settings;
  const today = () => new Date(now()).toISOString().slice(0, 10);
  const credentials = { kind: "app", appId, privateKey } as const;
  return gitHubApp({ apiUrl, credentials, second, onWait }, checkCommits, today);
}
