import type { IncomingHttpHeaders } from "node:http";
import { readEvent } from "../events/read-event.js";
import { type Job, jobId, newJob } from "../job.js";
import type { JobStore } from "../store/job-store.js";
import { isSigned } from "./is-signed.js";

/** What became of a delivery; the last four are refusals. */
export type Reception = "stored" | "known" | "ignored" | "malformed" | "unsigned" | "forged" | "unreadable";

/** What is answered, without any detail for those who only try. */
export const statusOf: Readonly<Record<Reception, number>> = {
  stored: 202,
  known: 202,
  ignored: 202,
  malformed: 400,
  unsigned: 401,
  forged: 401,
  unreadable: 422,
};

/** What is needed to take deliveries in. */
export interface Receiving {
  readonly secret: string;
  readonly appId: number;
  readonly store: JobStore;
  readonly now: () => number;
  /** Takes on what is stored. */
  readonly onStored: (job: Job) => void;
  readonly onUnreadable: (id: string, event: string, reason: string) => void;
}

/** Takes a delivery in: what it asks for is stored before this returns. Nothing of it is read before its signature is verified. */
export async function receiveDelivery(
  headers: IncomingHttpHeaders,
  body: Buffer,
  receiving: Receiving,
): Promise<Reception> {
  const signature = headers["x-hub-signature-256"];
  if (typeof signature !== "string" || signature === "") return "unsigned";
  if (!(await isSigned(body, signature, receiving.secret))) return "forged";
  const id = jobId.safeParse(headers["x-github-delivery"]);
  const event = headers["x-github-event"];
  const payload = parseJson(body);
  if (!id.success || typeof event !== "string" || payload === undefined) return "malformed";
  const read = readEvent(event, payload, receiving.appId);
  if (read.kind === "ignored") return "ignored";
  if (read.kind === "unreadable") {
    receiving.onUnreadable(id.data, event, read.reason);
    return "unreadable";
  }
  const job = newJob(id.data, read.task, receiving.now());
  const result = await receiving.store.put(job);
  if (result === "stored") receiving.onStored(job);
  return result;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
