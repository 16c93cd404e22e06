import * as z from "zod";
import type { Command, Task } from "../task.js";
import { numberPart, payloadOf, sourceOf } from "./event-parts.js";

const payload = payloadOf({
  issue: z.object({ number: numberPart, pull_request: z.unknown() }).partial({ pull_request: true }),
  comment: z.object({
    id: numberPart,
    body: z.string(),
    user: z.object({ login: z.string().min(1), type: z.string() }).nullable(),
    performed_via_github_app: z.unknown().optional(),
  }),
});

/** Somebody wrote below a pull request. Only what is new is obeyed, and only from people: no app, and so never ourselves. */
export function commentTask(action: string, body: unknown): Task | null {
  if (action !== "created") return null;
  const read = payload.parse(body);
  const { id, user, performed_via_github_app, body: text } = read.comment;
  const command = readCommand(text);
  if (command === null || read.issue.pull_request === undefined) return null;
  // What an app writes in a person's name is no word of that person.
  if (user === null || user.type !== "User" || (performed_via_github_app ?? null) !== null) return null;
  return {
    kind: "command",
    repository: sourceOf(read),
    pullRequest: read.issue.number,
    comment: id,
    login: user.login,
    command,
  };
}

/** The command a comment begins with, or `null` where it does not speak to us. Quotes and code are never commands. */
export function readCommand(text: string): Command | null {
  const line = /^(?:[ \t]*\r?\n)* {0,3}(\/schema-gate(?!\S)[^\r\n]*)/.exec(text)?.[1]?.trim();
  if (line === undefined) return null;
  const [, name, id, ...rest] = line.split(/[ \t]+/);
  if (name === "recheck" && id === undefined) return { name };
  const isId = id !== undefined && rest.length === 0;
  if (name === "explain" && isId && /^([0-9a-f]{16}|[a-z][a-z-]{0,60})$/.test(id)) return { name, id };
  if (name === "waive" && isId && /^[0-9a-f]{16}$/.test(id)) return { name, id };
  return { name: "unknown" };
}
