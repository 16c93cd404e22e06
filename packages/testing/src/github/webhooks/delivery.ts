import { createHmac } from "node:crypto";

/** An event as GitHub tells an app of it. The guid is the delivery's own: a redelivery has the same. */
export interface Delivery {
  readonly guid: string;
  /** As in `pull_request`. */
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What goes over the wire for a delivery: the body, and GitHub's headers with the signature made from the app's secret. */
export interface SignedDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function signed({ guid, event, payload }: Delivery, secret: string): SignedDelivery {
  const body = JSON.stringify(payload);
  const mac = (algorithm: string) => createHmac(algorithm, secret).update(body).digest("hex");
  return {
    body,
    headers: {
      accept: "*/*",
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/loopback",
      "x-github-delivery": guid,
      "x-github-event": event,
      "x-github-hook-id": "1",
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature": `sha1=${mac("sha1")}`,
      "x-hub-signature-256": `sha256=${mac("sha256")}`,
    },
  };
}
