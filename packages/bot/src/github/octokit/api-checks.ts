import * as z from "zod";
import type { Annotation, Check, CheckRun, CommitStatus } from "../publishing.js";
import { ask, askForAll } from "./ask.js";
import type { Client } from "./client.js";

const permission = "checks: write";

const runAnswer = z.object({
  id: z.int(),
  external_id: z.string().nullable(),
  status: z.string(),
  conclusion: z.string().nullable(),
  output: z.object({ title: z.string().nullable(), annotations_count: z.int() }),
  app: z.object({ slug: z.string().optional() }).nullable(),
});

/** The newest check of a name at a commit, if `self` wrote it; checks of others that are called the same are not ours. */
export async function findCheck(client: Client, self: string, head: string, name: string): Promise<CheckRun | null> {
  const runs = await askForAll(client, {
    route: "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
    // The newest of each suite, of which every run of a workflow has one: whoever may push can make any number.
    parameters: { ref: head, check_name: name, filter: "latest" },
    doing: `list the checks of commit ${head}`,
    permission: "checks: read",
    answer: runAnswer,
  });
  const ours = runs.filter(({ app }) => `${app?.slug}[bot]` === self);
  const newest = ours.reduce<z.output<typeof runAnswer> | null>(
    (found, run) => (found && found.id > run.id ? found : run),
    null,
  );
  return newest && read(newest);
}

/** Creates a concluded check; asked once, whatever becomes of it. */
export async function createCheck(client: Client, check: Check, annotations: readonly Annotation[]): Promise<CheckRun> {
  const run = await ask(client, {
    route: "POST /repos/{owner}/{repo}/check-runs",
    parameters: { head_sha: check.head, ...written(check, annotations) },
    doing: `write the check ${check.name} at commit ${check.head}`,
    permission,
    answer: runAnswer,
    isCreation: true,
  });
  return read(run);
}

/** Writes a check anew; annotations are added, and so this too is asked once. */
export async function updateCheck(
  client: Client,
  id: number,
  check: Check,
  annotations: readonly Annotation[],
): Promise<CheckRun> {
  const run = await ask(client, {
    route: "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
    parameters: { check_run_id: id, ...written(check, annotations) },
    doing: `update the check ${check.name} at commit ${check.head}`,
    permission,
    answer: runAnswer,
    isCreation: annotations.length > 0,
  });
  return read(run);
}

/** Says on a commit how it was judged. The newest of a context is the one that counts. */
export async function createStatus(client: Client, head: string, status: CommitStatus): Promise<void> {
  const { context, state, description, targetUrl } = status;
  await ask(client, {
    route: "POST /repos/{owner}/{repo}/statuses/{sha}",
    parameters: { sha: head, context, state, description, ...(targetUrl === null ? {} : { target_url: targetUrl }) },
    doing: `write the status ${context} of commit ${head}`,
    permission: "commit statuses: write",
    answer: z.object({ state: z.string() }),
  });
}

function written(
  { name, externalId, conclusion, title, summary, detailsUrl }: Check,
  annotations: readonly Annotation[],
) {
  return {
    name,
    external_id: externalId,
    status: "completed",
    conclusion,
    ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
    output: {
      title,
      summary,
      ...(annotations.length === 0 ? {} : { annotations: annotations.map(writtenAnnotation) }),
    },
  };
}

function writtenAnnotation({ path, startLine, endLine, level, title, message }: Annotation) {
  return { path, start_line: startLine, end_line: endLine, annotation_level: level, title, message };
}

function read({ id, external_id, status, conclusion, output }: z.output<typeof runAnswer>): CheckRun {
  return {
    id,
    externalId: external_id,
    status,
    conclusion,
    title: output.title,
    annotations: output.annotations_count,
  };
}
