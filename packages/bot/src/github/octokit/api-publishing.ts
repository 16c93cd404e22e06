import type { Publishing } from "../publishing.js";
import { createCheck, createStatus, findCheck, updateCheck } from "./api-checks.js";
import { createComment, deleteComment, ownComments, react, updateComment } from "./api-comments.js";
import type { Client } from "./client.js";
import { rememberWho } from "./who-am-i.js";

/** What we write, by GitHub's REST API. */
export function apiPublishing(client: Client): Publishing {
  const self = rememberWho(client);
  return {
    findCheck: async (head, name) => findCheck(client, await self(), head, name),
    createCheck: (check, annotations) => createCheck(client, check, annotations),
    updateCheck: (id, check, annotations) => updateCheck(client, id, check, annotations),
    createStatus: (head, status) => createStatus(client, head, status),
    ownComments: async (number, marker) => ownComments(client, await self(), number, marker),
    createComment: (number, body) => createComment(client, number, body),
    updateComment: (id, body) => updateComment(client, id, body),
    deleteComment: (id) => deleteComment(client, id),
    react: (comment, reaction) => react(client, comment, reaction),
  };
}
