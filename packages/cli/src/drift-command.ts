import type { Command } from "commander";
import { example } from "./example.js";
import type { ExitCode } from "./exit-codes.js";
import type { Io } from "./io.js";

/** What `schema-diff drift` can be asked. */
export function driftCommand(command: Command, io: Io, exit: (code: ExitCode) => void): void {
  command
    .summary("live Trino against what is committed")
    .description(
      "Compares snapshots and contracts with what live Trino publishes now, analyses every view afresh, and measures what " +
        "contracts promise of the rows: latency, retention, keys, nulls, deletion. Only aggregates are asked for, never rows.",
    )
    .argument("[profile]", "a profile of schema-gate.yaml (default: the only one)")
    .option("--snapshots <directory>", "where the snapshots stand", "snapshots")
    .option("--schemas <directory>", "where the contracts stand", "schemas")
    .option("--series <file>", "JSON Lines carried from run to run: what was found when, to tell since when")
    .option(
      "--observed <file>",
      "writes the snapshots of all views that were seen: a bundle, for schema-gate report-drift",
    )
    .option("--state <file>", "keeps what is found while it runs; run again after a crash, it goes on from there")
    .option("--accept-removals", "believe that many views are gone at once")
    .option("--view-seconds <seconds>", "how long the rows of one view may be looked at", "60")
    .option("--run-minutes <minutes>", "how long rows may be looked at in all", "60")
    .option("--recent-days <days>", "what is looked at where all rows are too many", "30")
    .option("--most-rows <rows>", "a view known to have more is looked at by its recent rows alone", "100000000")
    .option("--verbose", "log retries and cancellations to standard error")
    .addHelpText(
      "after",
      example("schema-diff drift", "schema-diff drift production --series drift.jsonl --format markdown"),
    )
    .action(async (profile: string | undefined, options) => {
      const { drift } = await import("./commands/drift.js");
      exit(await drift(profile, options, io));
    });
}
