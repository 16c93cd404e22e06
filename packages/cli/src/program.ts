import { Command, Option } from "commander";
import { authoringCommands } from "./authoring-commands.js";
import { driftCommand } from "./drift-command.js";
import { example } from "./example.js";
import type { ExitCode } from "./exit-codes.js";
import { formats } from "./formats.js";
import { historyCommands } from "./history-commands.js";
import type { Io } from "./io.js";
import { version } from "./version.js";

/** The command line: what can be asked. Each command's work is loaded only when it is asked for. */
export function program(io: Io, exit: (code: ExitCode) => void): Command {
  const root = new Command("schema-diff")
    .description("Tells whether a change of published views breaks the people who read them.")
    .version(version)
    .helpCommand(false)
    .showHelpAfterError("Run with --help to see what can be asked.")
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, "schema-diff: ")),
      getOutHelpWidth: () => io.out.width ?? 100,
      getErrHelpWidth: () => io.err.width ?? 100,
    })
    .exitOverride();
  root.addHelpText("after", exitCodeHelp);

  judging(root.command("diff"), io)
    .summary("compare any two sides")
    .description(
      "Compares two sides. A side is a directory of snapshots, a bundle (one JSON file), git:<revision>[:<directory>], " +
        "worktree:[<directory>] or live:<profile>.",
    )
    .argument("<before>", "the side readers know")
    .argument("<after>", "the side they would get")
    .addHelpText(
      "after",
      example("schema-diff diff git:HEAD~1 git:HEAD", "schema-diff diff before.json after.json --format json"),
    )
    .action(async (before: string, after: string, options) => {
      const { diff } = await import("./commands/diff.js");
      exit(await diff(before, after, options, io));
    });

  judging(root.command("check"), io)
    .summary("the gate: what this branch changes, judged by the base branch's policy")
    .description(
      "Compares the merge base with the working tree. Configuration and waivers are taken from the base branch.",
    )
    .option(
      "--base <revision>",
      "the branch this change goes into (default: the remote's default branch, else main or master)",
    )
    .option("--head <revision>", "judge this commit (default: the working tree)")
    .option("--policy <revision>", "take configuration and waivers from this revision (default: the base)")
    .option("--approved-by <login...>", "judge as if these people had approved the commit, as the bot counts reviews")
    .addHelpText("after", example("schema-diff check --base origin/main", "schema-diff check --format github"))
    .action(async (options) => {
      const { check } = await import("./commands/check.js");
      exit(await check(options, io));
    });

  root
    .command("snapshot")
    .summary("live Trino into snapshots/")
    .description(
      "Writes what live Trino publishes into snapshots/, one file a view, and beside it what changed since, " +
        "<view>.history.jsonl. Profiles stand in schema-gate.yaml.",
    )
    .argument("[profile]", "a profile of schema-gate.yaml (default: the only one)")
    .option("--out <directory>", "where the snapshots stand", "snapshots")
    .option("--accept-removals", "believe that many views are gone at once")
    .option("--verbose", "log retries and cancellations to standard error")
    .addHelpText("after", example("schema-diff snapshot", "schema-diff snapshot production --out snapshots"))
    .action(async (profile: string | undefined, options) => {
      const { snapshot } = await import("./commands/snapshot.js");
      exit(await snapshot(profile, options, io));
    });

  driftCommand(judging(root.command("drift"), io), io, exit);

  root
    .command("lint")
    .summary("the policy, on contracts as they stand")
    .description(
      "Judges contracts and snapshots as they stand by the policy: names, columns, owners, freshness, what their SQL reads. " +
        "The configuration is that of the directory.",
    )
    .argument("[directory]", "where schemas/ and snapshots/ stand", ".")
    .addOption(new Option("--format <format>", "how to print the report").choices(formats).default("text"))
    .option("--as-of <date>", "judge as if today (UTC) were this day", io.today())
    .addHelpText("after", example("schema-diff lint", "schema-diff lint --format markdown"))
    .action(async (directory: string, options) => {
      const { lint } = await import("./commands/lint.js");
      exit(await lint(directory, options, io));
    });

  authoringCommands(root, io, exit);
  historyCommands(root, io, exit);

  root
    .command("rules")
    .summary("the catalogue of rules")
    .description("Lists every rule: its impact (or its kind: policy, gate), its id and when it applies.")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .addHelpText("after", example("schema-diff rules"))
    .action(async (options) => {
      const { listRules } = await import("./commands/rules.js");
      exit(await listRules(options, io));
    });

  root
    .command("explain")
    .summary("one rule: why it is so and what to do")
    .description("Explains a rule: what it says, why, whom it breaks, and what to do instead.")
    .argument("<rule>", "a rule's id, as a finding names it")
    .addHelpText("after", example("schema-diff explain column-inserted"))
    .action(async (rule: string) => {
      const { explain } = await import("./commands/explain.js");
      exit(await explain(rule, io));
    });

  return root;
}

/** The options of all commands that end in a verdict. */
function judging(command: Command, io: Io): Command {
  return command
    .addOption(new Option("--format <format>", "how to print the report").choices(formats).default("text"))
    .addOption(
      new Option("--fail-on <impact>", "block on this impact and worse, whatever the configuration says").choices([
        "breaking",
        "risky",
      ]),
    )
    .option("--as-of <date>", "judge as if today (UTC) were this day", io.today());
}

const exitCodeHelp = `
Exit codes:
  0  pass or warn; also acknowledge, which an owner of the view does on the pull request
  1  blocked
  2  wrong usage, configuration or input
  3  Trino or git could not be asked, or the result not be written: nothing was decided
`;
