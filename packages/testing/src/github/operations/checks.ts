import { appOf } from "../access/caller.js";
import type { Values } from "../description/check-request.js";
import { created, notFound, ok, page, pageIn, Refusal, unprocessable } from "../http/reply.js";
import { objectIn, objectsIn, requiredNumber, requiredText, textIn } from "../http/values.js";
import type { App } from "../state/app.js";
import type { CheckRun, CheckSuite } from "../state/check.js";
import { commitNamed, runWithId } from "../state/find.js";
import { timestamp, type World } from "../state/world.js";
import { annotationWire, checkRunWire } from "../wire/check.js";
import { readAnnotation } from "./annotations.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** Check runs: made and changed by apps alone, and changed only by the app that made them. */
export const checkRuns: Handlers = {
  "checks/create": inRepository("checks:write", async (call) => {
    const { world, repository, body } = call;
    const app = writingApp(call);
    const { sha } = await commitNamed(repository, requiredText(body, "head_sha"));
    const run = emptyRun(world, suiteFor(call, app, sha), requiredText(body, "name"));
    write(world, run, body);
    repository.runs.push(run);
    return created(checkRunWire(world, repository, run));
  }),

  "checks/update": inRepository("checks:write", (call) => {
    const { world, repository, body } = call;
    const app = writingApp(call);
    const run = runWithId(repository, requiredNumber(call.path, "check_run_id"));
    if (run.suite.app.id !== app.id) {
      const only = "Check run can only be modified by the GitHub App that created it.";
      throw new Refusal(403, `Invalid app_id \`${app.id}\` - ${only}`);
    }
    write(world, run, body);
    return ok(checkRunWire(world, repository, run));
  }),

  "checks/get": inRepository("checks:read", ({ world, repository, path }) =>
    ok(checkRunWire(world, repository, runWithId(repository, requiredNumber(path, "check_run_id")))),
  ),

  "checks/list-annotations": inRepository("checks:read", ({ world, repository, path }) => {
    const run = runWithId(repository, requiredNumber(path, "check_run_id"));
    return page(run.annotations.map((one) => annotationWire(world, repository, run, one)));
  }),

  "checks/list-for-ref": inRepository("checks:read", async (call) => {
    const { sha } = await commitNamed(call.repository, requiredText(call.path, "ref"));
    return listed(
      call,
      call.repository.runs.filter(({ suite }) => suite.headSha === sha),
    );
  }),

  "checks/list-for-suite": inRepository("checks:read", (call) => {
    const id = requiredNumber(call.path, "check_suite_id");
    if (!call.repository.suites.some((suite) => suite.id === id)) throw notFound();
    return listed(
      call,
      call.repository.runs.filter(({ suite }) => suite.id === id),
    );
  }),
};

function writingApp(call: RepositoryCall): App {
  const app = appOf(call.caller);
  if (app === null) throw new Refusal(403, "You must authenticate via a GitHub App.");
  return app;
}

/** The suite of an app on a commit, which its first run opens. */
function suiteFor({ world, repository }: RepositoryCall, app: App, headSha: string): CheckSuite {
  const known = repository.suites.find((suite) => suite.app === app && suite.headSha === headSha);
  if (known !== undefined) return known;
  const suite = { id: world.nextId(), app, headSha, createdAt: timestamp(world) };
  repository.suites.push(suite);
  return suite;
}

function emptyRun(world: World, suite: CheckSuite, name: string): CheckRun {
  const said = { externalId: null, detailsUrl: null, title: null, summary: null, text: null, annotations: [] };
  const state = { status: "queued", conclusion: null, startedAt: timestamp(world), completedAt: null };
  return { id: world.nextId(), suite, name, ...said, ...state };
}

/** Writes what a request says into a run; nothing of it when one part is refused. */
function write(world: World, run: CheckRun, body: Values): void {
  const conclusion = textIn(body, "conclusion");
  const status = conclusion === undefined ? textIn(body, "status") : "completed";
  if (conclusion === "stale") throw unprocessable("CheckRun", "conclusion", "only GitHub can set `stale`", "invalid");
  if (conclusion === undefined && (status === "completed" || textIn(body, "completed_at") !== undefined)) {
    throw unprocessable("CheckRun", "conclusion", "a completed check run needs a conclusion", "missing_field");
  }
  const output = objectIn(body, "output");
  run.annotations.push(...objectsIn(output ?? {}, "annotations").map(readAnnotation));
  run.name = textIn(body, "name") ?? run.name;
  run.externalId = textIn(body, "external_id") ?? run.externalId;
  run.detailsUrl = textIn(body, "details_url") ?? run.detailsUrl;
  run.startedAt = textIn(body, "started_at") ?? run.startedAt;
  if (status !== undefined) {
    run.status = status;
    run.conclusion = conclusion ?? null;
    run.completedAt = status === "completed" ? (textIn(body, "completed_at") ?? timestamp(world)) : null;
  }
  if (output === undefined) return;
  run.title = textIn(output, "title") ?? run.title;
  run.summary = textIn(output, "summary") ?? run.summary;
  run.text = textIn(output, "text") ?? run.text;
}

function listed({ world, repository, query }: RepositoryCall, all: readonly CheckRun[]) {
  const name = textIn(query, "check_name");
  const status = textIn(query, "status");
  const appId = query.app_id;
  const wanted = all.filter(
    (run) =>
      (name === undefined || run.name === name) &&
      (status === undefined || run.status === status) &&
      (appId === undefined || run.suite.app.id === appId),
  );
  const shown = textIn(query, "filter") === "all" ? wanted : newest(wanted);
  return pageIn(
    "check_runs",
    [...shown].reverse().map((run) => checkRunWire(world, repository, run)),
  );
}

/** Of the runs with the same name in the same suite, the one made last. */
function newest(runs: readonly CheckRun[]): readonly CheckRun[] {
  return [...new Map(runs.map((run) => [`${run.suite.id} ${run.name}`, run])).values()];
}
