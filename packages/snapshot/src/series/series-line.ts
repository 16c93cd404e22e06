import { isDate, type Measured } from "@schema-gate/contract";
import * as z from "zod";

const day = z.string().refine(isDate, "no date");

const moments = z.record(z.string(), z.object({ column: z.string(), time: z.number().nullable() }));

const measured = z.object({
  at: z.number(),
  recentDays: z.number().nullable(),
  rows: z.number(),
  allRows: z.number().nullable(),
  doubledKeys: z.number().nullable(),
  newest: moments,
  oldest: moments,
  nulls: z.record(z.string(), z.number()),
  marked: z.number().nullable(),
});

/** One view in one run: a line of the series. */
export const seriesLineSchema = z.object({
  formatVersion: z.literal(1),
  view: z.string(),
  /** The day of the run. */
  asOf: day,
  /** What the rows were found to hold; `null` where they were not looked at. */
  measured: measured.nullable(),
  /** The most rows there were, as far as none of them may have gone since. */
  mostRows: z.number().nullable(),
  /** The oldest moment ever seen, by the path of the promise. */
  oldestEver: z.record(z.string(), z.number()),
  /** The day since which each finding stands without a break, by its id. */
  findings: z.record(z.string(), day),
});

export type SeriesLine = Readonly<Omit<z.output<typeof seriesLineSchema>, "measured">> & {
  readonly measured: Measured | null;
};
