import { type Command, Option } from "commander";
import { example } from "./example.js";
import type { ExitCode } from "./exit-codes.js";
import type { Io } from "./io.js";

/** The commands that look into the past of a view. */
export function historyCommands(root: Command, io: Io, exit: (code: ExitCode) => void): void {
  root
    .command("log")
    .summary("the history of a view")
    .description(
      "Lists what schema-diff snapshot saw change in a view, newest first, with what the gate said of it. The history stands " +
        "beside the snapshot, <view>.history.jsonl, also of a view that is gone.",
    )
    .argument("<view>", "a view: catalog.schema.name, or as much of its end as is unique")
    .option("--snapshots <directory>", "where the snapshots stand", "snapshots")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .addHelpText("after", example("schema-diff log v__evergreen__finished_tasks__v1"))
    .action(async (view: string, options) => {
      const { log } = await import("./commands/log.js");
      exit(await log(view, options, io));
    });

  root
    .command("show")
    .summary("the snapshot of a view, as it is or as it was")
    .description(
      "Prints the snapshot of a view, or what it was at the end of a day (UTC), byte for byte as git had it. Days before its " +
        "history begins are refused.",
    )
    .argument("<view>", "a view: catalog.schema.name, or as much of its end as is unique")
    .option("--at <date>", "the day, like 2026-03-01 (default: as it stands)")
    .option("--snapshots <directory>", "where the snapshots stand", "snapshots")
    .addHelpText(
      "after",
      example(
        "schema-diff show v__evergreen__finished_tasks__v1",
        "schema-diff show v__evergreen__finished_tasks__v1 --at 2026-11-22",
      ),
    )
    .action(async (view: string, options) => {
      const { show } = await import("./commands/show.js");
      exit(await show(view, options, io));
    });
}
