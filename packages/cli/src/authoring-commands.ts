import { type Command, Option } from "commander";
import { example } from "./example.js";
import type { ExitCode } from "./exit-codes.js";
import type { Io } from "./io.js";

/** The commands for people at work on contracts: who reads a view, and the files they would otherwise write by hand. */
export function authoringCommands(root: Command, io: Io, exit: (code: ExitCode) => void): void {
  root
    .command("readers")
    .summary("who is known to read a view")
    .description(
      "Lists who is known to read a view: teams its contract records, views over it, tasks of jobs (exports too), and the " +
        "queries under readers/<team>/*.sql. With --since, says which of them a change breaks.",
    )
    .argument("<view>", "a view: catalog.schema.name, or as much of its end as is unique")
    .option("--since <side>", "say which queries break by what changed here since this side, such as git:HEAD~1")
    .option("--as-of <date>", "judge as if today (UTC) were this day", io.today())
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .addHelpText("after", example("schema-diff readers v__evergreen__finished_tasks__v1"))
    .action(async (view: string, options) => {
      const { readers } = await import("./commands/readers.js");
      exit(await readers(view, options, io));
    });

  root
    .command("init")
    .summary("write the contract of a view from its snapshot")
    .description(
      "Writes schemas/<catalog>/<schema>/<view>.yaml, an ODCS v3.1 contract, from the snapshot. On a terminal it asks for " +
        "what Trino cannot know; what is not said is left blank, and named. Nothing is overwritten.",
    )
    .argument("<view>", "a view that has a snapshot: catalog.schema.name, or as much of its end as is unique")
    .addHelpText("after", example("schema-diff init awsdatacatalog.dev_prod_live.v__evergreen__finished_tasks__v1"))
    .action(async (view: string) => {
      const { init } = await import("./commands/init.js");
      exit(await init(view, io));
    });

  root
    .command("bump")
    .summary("scaffold the next version of a view")
    .description(
      "Writes the contract of the next version, a draft that promises what this one does, and marks this one deprecated " +
        "with its successor and the end of its support. Prints what remains to be done.",
    )
    .argument("<view>", "the newest version of a view: catalog.schema.name, or as much of its end as is unique")
    .option(
      "--release <date>",
      "the day the next version will be released; support ends a support window later",
      io.today(),
    )
    .option("--reason <text>", "why there is another version (asked for on a terminal)")
    .addHelpText(
      "after",
      example('schema-diff bump v__evergreen__finished_tasks__v1 --reason "Durations count from dispatch."'),
    )
    .action(async (view: string, options) => {
      const { bump } = await import("./commands/bump.js");
      exit(await bump(view, options, io));
    });

  root
    .command("waive")
    .summary("write the waiver file to be approved")
    .description(
      "Writes waivers/<finding>.yaml, the permission for one finding of this branch's check or of a report. " +
        "It counts once it is approved and stands on the base branch. Nothing is overwritten.",
    )
    .argument("<finding>", "a finding's id, as the report shows it behind the rule")
    .option("--report <file>", "take the finding from this report (--format json) instead of a check")
    .option("--base <revision>", "the branch this change goes into (as check has it)")
    .option("--policy <revision>", "take configuration and waivers from this revision (default: the base)")
    .option("--owner <name>", "who answers for it")
    .option("--reason <text>", "why readers may break")
    .option("--ends <date>", "the last day it holds, a year ahead at most")
    .option("--as-of <date>", "judge as if today (UTC) were this day", io.today())
    .addHelpText(
      "after",
      example(
        "F=packages/diff/fixtures/column-removed; schema-diff diff $F/before.json $F/after.json --format json > report.json",
        'schema-diff waive 806c5f44cfee8875 --report report.json --owner Ada --reason "Nobody read it." --ends 2027-03-31',
      ),
    )
    .action(async (finding: string, options) => {
      const { waive } = await import("./commands/waive.js");
      exit(await waive(finding, options, io));
    });
}
