import { UserError } from "@schema-gate/contract";
import * as z from "zod";
import type { TrinoPort } from "../trino/trino-port.js";

/** Runs a statement of ours and reads its rows; rows of another shape are an answer we do not understand. */
export async function readRows<Row extends z.ZodType>(
  port: TrinoPort,
  sql: string,
  row: Row,
  signal?: AbortSignal,
): Promise<z.infer<Row>[]> {
  const { rows } = await port.query(sql, signal && { signal });
  const parsed = z.array(row).safeParse(rows);
  if (parsed.success) return parsed.data;
  const reason = z.prettifyError(parsed.error).split("\n", 1)[0];
  throw new UserError(
    "unreachable",
    `Trino at ${port.server} gave an answer we do not understand to ${sql}: ${reason}`,
  );
}
