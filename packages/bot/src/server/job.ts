import * as z from "zod";
import { task } from "./task.js";

/** A delivery's id as GitHub sends it, or one we made for work that follows from it; also the name of its file. */
export const jobId = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,127}$/);

/** Work that is not done yet, as it is stored: format 1. Times are milliseconds since 1970. */
export const job = z.object({
  formatVersion: z.literal(1),
  id: jobId,
  receivedAt: z.number(),
  /** How often it was tried and failed. */
  tries: z.number().int().nonnegative(),
  /** Not to be tried again before. */
  notBefore: z.number(),
  task,
});
export type Job = z.infer<typeof job>;

/** Work that has just come in. */
export function newJob(id: string, task: Job["task"], receivedAt: number): Job {
  return { formatVersion: 1, id, receivedAt, tries: 0, notBefore: 0, task };
}
