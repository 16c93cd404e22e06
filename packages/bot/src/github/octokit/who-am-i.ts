import * as z from "zod";
import { GitHubError } from "../github-error.js";
import { ask } from "./ask.js";
import type { Client } from "./client.js";

/** Whom a workflow's own token writes as; such a token may not ask. */
export const WORKFLOW = "github-actions[bot]";

/** The login that what we write stands under. */
export async function whoAmI(client: Client): Promise<string> {
  return client.credentials.kind === "app" ? whichApp(client) : whichUser(client);
}

async function whichApp(client: Client): Promise<string> {
  const { slug } = await ask(client, {
    route: "GET /app",
    doing: "ask which app this is",
    permission: "metadata: read",
    answer: z.object({ slug: z.string() }),
  });
  return `${slug}[bot]`;
}

async function whichUser(client: Client): Promise<string> {
  try {
    const { login } = await ask(client, {
      route: "GET /user",
      doing: "ask whose token this is",
      permission: "metadata: read",
      answer: z.object({ login: z.string() }),
    });
    return login;
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "forbidden") return WORKFLOW;
    throw error;
  }
}

/** Asks who we are at most once; who could not be asked may be asked again. */
export function rememberWho(client: Client): () => Promise<string> {
  let asked: Promise<string> | null = null;
  return () => {
    asked ??= whoAmI(client).catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}
