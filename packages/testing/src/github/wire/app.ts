import type { App, Installation, LoggedDelivery, Permissions } from "../state/app.js";
import type { World } from "../state/world.js";
import { accountWire, nodeId, type Wire } from "./account.js";

const since = "2020-01-01T00:00:00Z";

/** `integration`: a GitHub App. */
export function appWire(world: World, app: App): Wire {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId("A", app.id),
    owner: accountWire(world, app.owner),
    name: app.slug,
    description: null,
    external_url: `${world.url}/apps/${app.slug}`,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: since,
    updated_at: since,
    permissions: app.permissions,
    events: app.events,
  };
}

/** `installation`. */
export function installationWire(world: World, installation: Installation): Wire {
  const { id, app, account, suspendedAt } = installation;
  return {
    id,
    account: accountWire(world, account),
    repository_selection: installation.repositories === null ? "all" : "selected",
    access_tokens_url: `${world.url}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: `${world.url}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: withMetadata(installation.permissions),
    events: app.events,
    created_at: since,
    updated_at: since,
    single_file_name: null,
    suspended_by: suspendedAt === null ? null : accountWire(world, account),
    suspended_at: suspendedAt,
  };
}

/** Every installation may read metadata. */
export const withMetadata = (permissions: Permissions): Permissions => ({ metadata: "read", ...permissions });

/** `hook-delivery-item`. */
export function deliveryWire(delivery: LoggedDelivery): Wire {
  const { id, guid, deliveredAt, redelivery, statusCode, event, payload } = delivery;
  return {
    id,
    guid,
    delivered_at: deliveredAt,
    redelivery,
    duration: 0.1,
    status: statusCode >= 200 && statusCode < 300 ? "OK" : "Invalid HTTP Response",
    status_code: statusCode,
    event,
    action: payload.action ?? null,
    installation_id: idOf(payload.installation),
    repository_id: idOf(payload.repository),
    throttled_at: null,
  };
}

/** `hook-delivery`: with what was sent. */
export function fullDeliveryWire(delivery: LoggedDelivery): Wire {
  const headers = { "X-GitHub-Delivery": delivery.guid, "X-GitHub-Event": delivery.event };
  return {
    ...deliveryWire(delivery),
    url: delivery.app.hook?.url ?? "",
    request: { headers, payload: delivery.payload },
    response: { headers: {}, payload: null },
  };
}

function idOf(value: unknown): number | null {
  const id: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "id") : null;
  return typeof id === "number" ? id : null;
}
