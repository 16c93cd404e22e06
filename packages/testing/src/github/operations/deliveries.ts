import { accepted, notFound, ok, page } from "../http/reply.js";
import { requiredNumber, textIn } from "../http/values.js";
import type { LoggedDelivery } from "../state/app.js";
import { deliver } from "../webhooks/deliver.js";
import { deliveryWire, fullDeliveryWire } from "../wire/app.js";
import { asApp } from "./apps.js";
import { type Call, type Handlers, onGithub } from "./call.js";

/** The app's log of webhook deliveries, newest first, and sending one again. */
export const deliveries: Handlers = {
  "apps/list-webhook-deliveries": onGithub((call) => {
    const status = textIn(call.query, "status");
    const wanted = ofApp(call).filter(({ statusCode }) => {
      const arrived = statusCode >= 200 && statusCode < 400;
      return status === undefined || (status === "success") === arrived;
    });
    return page([...wanted].reverse().map(deliveryWire));
  }),

  "apps/get-webhook-delivery": onGithub((call) => ok(fullDeliveryWire(asked(call)))),

  "apps/redeliver-webhook-delivery": onGithub(async (call) => {
    const { app, guid, event, payload } = asked(call);
    await deliver(call.world, app, { guid, event, payload }, true);
    return accepted({});
  }),
};

function ofApp(call: Call): readonly LoggedDelivery[] {
  const app = asApp(call);
  return call.world.deliveries.filter((delivery) => delivery.app === app);
}

function asked(call: Call): LoggedDelivery {
  const found = ofApp(call).find(({ id }) => id === requiredNumber(call.path, "delivery_id"));
  if (found === undefined) throw notFound();
  return found;
}
