import { parseArgs } from "node:util";
import { UserError } from "@schema-gate/contract";

/** The options of `schema-gate report-drift`, as they were typed. */
export interface DriftOptions {
  readonly report: string;
  readonly observed: string | null;
  readonly mostIssues: number;
  readonly repository: string | null;
}

const MOST_ISSUES = 20;

/** `null` asks for help. Throws a UserError for what cannot be meant. */
export function readDriftOptions(args: readonly string[]): DriftOptions | null {
  const { report, observed, repository, help, ...rest } = parsed(args);
  if (help) return null;
  if (report === undefined) throw refuse("Say which report is to be told: --report drift.json");
  const most = rest["most-issues"] ?? `${MOST_ISSUES}`;
  if (!/^\d{1,4}$/.test(most)) throw refuse(`--most-issues ${JSON.stringify(most)} is not a number up to 9999`);
  return {
    report,
    observed: observed ?? null,
    mostIssues: Number(most),
    repository: repository ?? null,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        report: text,
        observed: text,
        repository: text,
        "most-issues": text,
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (cause) {
    throw refuse(`${(cause as Error).message.split(". ")[0]}`, cause);
  }
}

function refuse(reason: string, cause?: unknown): UserError {
  return new UserError("usage", `${reason}. Run schema-gate report-drift --help to see what can be asked.`, { cause });
}

/** `schema-gate report-drift --help`. */
export const driftHelp = `Usage: schema-gate report-drift --report <file> [options]

Tells GitHub what a night found: an issue for each view that drifts, and one pull request of what was merely added.
It reads what another job left behind and asks nobody but GitHub: it needs no key of Trino.

Options:
  --report <file>             what "schema-diff drift --format json" printed
  --observed <file>           what the same run wrote with --observed: the views as live Trino shows them;
                              without it no pull request is opened or closed
  --most-issues <number>      where more views would get an issue opened, they get one together (default: ${MOST_ISSUES})
  --repository <owner/name>   default: GITHUB_REPOSITORY
  -h, --help                  print this

Environment:
  SCHEMA_GATE_APP_ID and SCHEMA_GATE_PRIVATE_KEY (or SCHEMA_GATE_PRIVATE_KEY_FILE)
                              write as a GitHub App, whose pull requests start workflows
  GITHUB_TOKEN                or write as a workflow or a person; a workflow's pull requests start none
  SCHEMA_GATE_API_URL         a GitHub of your own (default: GITHUB_API_URL, or https://api.github.com)
  SCHEMA_GATE_SECOND_MS       with a GitHub of your own: how long a second of waiting for it is (default: 1000)

Permissions: contents, issues and pull requests, each to write.

Example:
  schema-gate report-drift --report drift.json --observed observed.json --repository acme/views

Exit codes:
  0  told
  2  wrong usage, a report that is none, or a permission that is missing
  3  GitHub could not be reached; run it again
`;
