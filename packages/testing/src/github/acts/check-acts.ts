import { runWithId } from "../state/find.js";
import { accountNamed } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import { checkRunWire } from "../wire/check.js";
import type { Place } from "./act.js";

/** Somebody presses "Re-run" on a check: `check_run.rerequested`. The run itself stays as it is until its app changes it. */
export function rerequestCheck(place: Place, { id, by }: { id: number; by: string }): Delivery {
  const { world, repository } = place;
  const run = runWithId(repository, id);
  const wire = checkRunWire(world, repository, run);
  const parts = { check_run: wire };
  const happened = { event: "check_run", action: "rerequested", parts, by: accountNamed(world, by) };
  return eventDelivery(world, repository, happened);
}
