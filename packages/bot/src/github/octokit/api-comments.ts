import * as z from "zod";
import type { Comment, Reaction } from "../publishing.js";
import { account } from "./answers.js";
import { ask, askForAll } from "./ask.js";
import type { Client } from "./client.js";

const permission = "pull requests: write";

const commentAnswer = z.object({
  id: z.int(),
  body: z.string().optional(),
  html_url: z.string(),
  user: account,
});

/** The comments that begin with a marker and stand under our own login: anybody may write the marker. */
export async function ownComments(
  client: Client,
  self: string,
  pullRequest: number,
  marker: string,
): Promise<readonly Comment[]> {
  const all = await askForAll(client, {
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    parameters: { issue_number: pullRequest },
    doing: `read the comments of pull request ${pullRequest}`,
    permission: "pull requests: read",
    answer: commentAnswer,
  });
  const ours = all.filter(({ user, body }) => user?.login === self && body?.startsWith(marker));
  return ours.map(read).sort((one, other) => one.id - other.id);
}

/** Creates a comment; asked once, whatever becomes of it. */
export async function createComment(client: Client, pullRequest: number, body: string): Promise<Comment> {
  const comment = await ask(client, {
    route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    parameters: { issue_number: pullRequest, body },
    doing: `comment on pull request ${pullRequest}`,
    permission,
    answer: commentAnswer,
    isCreation: true,
  });
  return read(comment);
}

/** Writes a comment anew. */
export async function updateComment(client: Client, id: number, body: string): Promise<Comment> {
  const comment = await ask(client, {
    route: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    parameters: { comment_id: id, body },
    doing: `update comment ${id}`,
    permission,
    answer: commentAnswer,
  });
  return read(comment);
}

/** Removes a comment of ours. */
export async function deleteComment(client: Client, id: number): Promise<void> {
  await ask(client, {
    route: "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
    parameters: { comment_id: id },
    doing: `remove comment ${id}`,
    permission,
    answer: z.unknown(),
  });
}

/** Puts a sign below a comment; one of a kind is all GitHub keeps. */
export async function react(client: Client, comment: number, reaction: Reaction): Promise<void> {
  await ask(client, {
    route: "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
    parameters: { comment_id: comment, content: reaction },
    doing: `react to comment ${comment}`,
    permission,
    answer: z.object({ id: z.int() }),
  });
}

function read({ id, body, html_url }: z.output<typeof commentAnswer>): Comment {
  return { id, body: body ?? "", url: html_url };
}
