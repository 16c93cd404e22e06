import { commitNamed, runWithId } from "../state/find.js";
import { accountNamed } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import { checkRunWire, suiteWire } from "../wire/check.js";
import type { Place } from "./act.js";

/** Somebody presses "Re-run" on a completed check: `check_run.rerequested`. The run stays as it is until its app changes it. */
export async function rerequestCheck(place: Place, { id, by }: { id: number; by: string }): Promise<Delivery> {
  const { world, repository } = place;
  const run = runWithId(repository, id);
  if (run.status !== "completed") throw new Error(`check run ${id} is ${run.status}: GitHub offers no re-run yet`);
  const suite = suiteWire(world, repository, run.suite, await commitNamed(repository, run.suite.headSha));
  const parts = { check_run: { ...checkRunWire(world, repository, run), check_suite: suite } };
  const happened = { event: "check_run", action: "rerequested", parts, by: accountNamed(world, by) };
  return eventDelivery(world, repository, happened);
}
