import { created, notFound, ok, pageIn } from "../http/reply.js";
import { numberIn, requiredNumber, requiredText, textIn } from "../http/values.js";
import { commitNamed, runWithId } from "../state/find.js";
import { suiteWire } from "../wire/check.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** Check suites, and asking for a check again. The event that asks the app for it is the test's to deliver. */
export const checkSuites: Handlers = {
  "checks/get-suite": inRepository("checks:read", async (call) => ok(await shown(call, suiteAsked(call)))),

  "checks/list-suites-for-ref": inRepository("checks:read", async (call) => {
    const { repository, query } = call;
    const { sha } = await commitNamed(repository, requiredText(call.path, "ref"));
    const appId = numberIn(query, "app_id");
    const name = textIn(query, "check_name");
    const wanted = repository.suites.filter(
      (suite) =>
        suite.headSha === sha &&
        (appId === undefined || suite.app.id === appId) &&
        (name === undefined || repository.runs.some((run) => run.suite === suite && run.name === name)),
    );
    return pageIn("check_suites", await Promise.all(wanted.map((suite) => shown(call, suite))));
  }),

  "checks/rerequest-run": inRepository("checks:write", ({ repository, path }) => {
    const run = runWithId(repository, requiredNumber(path, "check_run_id"));
    run.status = "queued";
    run.conclusion = null;
    run.completedAt = null;
    return created({});
  }),

  "checks/rerequest-suite": inRepository("checks:write", (call) => {
    suiteAsked(call);
    return created({});
  }),
};

function suiteAsked({ repository, path }: RepositoryCall) {
  const id = requiredNumber(path, "check_suite_id");
  const suite = repository.suites.find((one) => one.id === id);
  if (suite === undefined) throw notFound();
  return suite;
}

async function shown({ world, repository }: RepositoryCall, suite: ReturnType<typeof suiteAsked>) {
  return suiteWire(world, repository, suite, await commitNamed(repository, suite.headSha));
}
