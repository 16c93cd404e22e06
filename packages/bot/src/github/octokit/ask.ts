import * as z from "zod";
import { GitHubError } from "../github-error.js";
import type { Client } from "./client.js";
import { gitHubError } from "./refusals.js";

/** A request of the REST API, and what a person has to know where it fails. */
export interface Question<Answer> {
  /** `GET /repos/{owner}/{repo}/pulls/{pull_number}`; owner and repo are filled in. */
  readonly route: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What is being done, as it follows "cannot": `read pull request 7`. */
  readonly doing: string;
  /** What the token must be allowed to do: `pull requests: read`. */
  readonly permission: string;
  readonly answer: z.ZodType<Answer>;
  /** Whether asking twice would do it twice; then nobody asks again where the answer got lost. */
  readonly isCreation?: boolean;
  /** Whether whoever asks knows better than to ask the same again where GitHub fails. */
  readonly isAskedOnce?: boolean;
}

/** Asks one question. Throws a GitHubError for every other answer than the one that was hoped for. */
export async function ask<Answer>(client: Client, question: Question<Answer>): Promise<Answer> {
  const { octokit } = client;
  return understood(
    question,
    await answered(question, async () => (await octokit.request(...call(client, question))).data),
  );
}

/** Asks for a list, all pages of it. `answer` is one item. */
export async function askForAll<Item>(client: Client, question: Question<Item>): Promise<readonly Item[]> {
  const { octokit } = client;
  const items = await answered(question, () => octokit.paginate(...call(client, question, { per_page: 100 })));
  return understood({ ...question, answer: z.array(question.answer) }, items);
}

/** Asks for a list page by page, for whoever may have read enough. `answer` is one item. */
export async function* askForPages<Item>(client: Client, question: Question<Item>): AsyncGenerator<readonly Item[]> {
  for await (const { items } of askForDatedPages(client, question)) yield items;
}

/** A page of a list, and when GitHub gave it, by its own clock (milliseconds since 1970); NaN where it did not say. */
export interface DatedPage<Item> {
  readonly items: readonly Item[];
  readonly answeredAt: number;
}

/** Asks for a list page by page, for whoever compares what it says with when it was said. `answer` is one item. */
export async function* askForDatedPages<Item>(
  client: Client,
  question: Question<Item>,
): AsyncGenerator<DatedPage<Item>> {
  const { octokit } = client;
  const pages = octokit.paginate.iterator(...call(client, question, { per_page: 100 }))[Symbol.asyncIterator]();
  for (;;) {
    const page = await answered(question, () => pages.next());
    if (page.done) return;
    const { data, headers } = page.value;
    const items = understood({ ...question, answer: z.array(question.answer) }, data);
    yield { items, answeredAt: Date.parse(headers.date ?? "") };
  }
}

function call<Answer>({ repository }: Client, question: Question<Answer>, more: object = {}) {
  const { route, parameters, isCreation = false, isAskedOnce = isCreation } = question;
  const place = route.includes("/{owner}/{repo}") ? repository : {};
  return [route, { ...place, ...more, ...parameters, ...(isAskedOnce ? { request: { retries: 0 } } : {}) }] as const;
}

async function answered<Answer>(question: Question<unknown>, request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (cause) {
    throw gitHubError(question, cause);
  }
}

function understood<Answer>({ answer, doing }: Question<Answer>, data: unknown): Answer {
  const read = answer.safeParse(data);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
  throw new GitHubError("unreachable", "unclear", `Cannot ${doing}: GitHub's answer is not as described (${place}).`, {
    cause: read.error,
  });
}
