import * as z from "zod";
import type { Issue, IssueText } from "../issues.js";
import { account } from "./answers.js";
import { ask, askForAll } from "./ask.js";
import type { Client } from "./client.js";

const permission = "issues: write";

const issueAnswer = z.object({
  number: z.int(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullable().optional(),
  state: z.enum(["open", "closed"]),
  state_reason: z.string().nullable().optional(),
  locked: z.boolean(),
  user: account,
  pull_request: z.unknown().optional(),
});

/** The issues under a label that stand under our own login: anybody may use the label, and write what we write. */
export async function ownIssues(client: Client, self: string, label: string): Promise<readonly Issue[]> {
  const all = await askForAll(client, {
    route: "GET /repos/{owner}/{repo}/issues",
    parameters: { labels: label, state: "all", sort: "created", direction: "asc" },
    doing: `list the issues labelled ${label}`,
    permission: "issues: read",
    answer: issueAnswer,
  });
  const ours = all.filter(({ user, pull_request }) => user?.login === self && pull_request === undefined);
  return ours.map(read).sort((one, other) => one.number - other.number);
}

/** Opens an issue; asked once, whatever becomes of it. A label that is not there yet is made by GitHub. */
export async function createIssue(
  client: Client,
  { title, body }: Pick<IssueText, "title" | "body">,
  label: string,
): Promise<Issue> {
  const issue = await ask(client, {
    route: "POST /repos/{owner}/{repo}/issues",
    parameters: { title, body, labels: [label] },
    doing: "open an issue",
    permission,
    answer: issueAnswer,
    isCreation: true,
  });
  return read(issue);
}

/** Writes an issue anew. */
export async function updateIssue(
  client: Client,
  number: number,
  { title, body, closedAs }: IssueText,
): Promise<Issue> {
  const state = closedAs === null ? { state: "open" } : { state: "closed", state_reason: closedAs };
  const issue = await ask(client, {
    route: "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
    parameters: { issue_number: number, title, body, ...state },
    doing: `update issue ${number}`,
    permission,
    answer: issueAnswer,
  });
  return read(issue);
}

function read(issue: z.output<typeof issueAnswer>): Issue {
  const { number, html_url: url, title, body, locked } = issue;
  return { number, url, title, body: body ?? "", closedAs: closedAs(issue), isLocked: locked };
}

function closedAs({ state, state_reason: reason }: z.output<typeof issueAnswer>): Issue["closedAs"] {
  if (state === "open") return null;
  return reason === "not_planned" || reason === "duplicate" ? reason : "completed";
}
