import { loadRules } from "@schema-gate/diff";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";

/** `schema-diff rules`. */
export async function listRules({ format }: { format: "text" | "json" }, io: Io): Promise<ExitCode> {
  const rows = (await loadRules()).map((rule) => ({
    id: rule.id,
    kind: rule.kind,
    impact: rule.impact,
    milder: rule.kind === "change" ? (rule.milder ?? []) : [],
    breaks: rule.breaks,
    title: rule.title,
    policy: rule.policy,
  }));
  if (format === "json") {
    io.out.write(`${JSON.stringify(rows, null, 2)}\n`);
    return exitCodes.pass;
  }
  const widest = Math.max(...rows.map((row) => row.id.length));
  for (const row of rows) {
    io.out.write(`${(row.impact ?? row.kind).padEnd(9)} ${row.id.padEnd(widest)}  ${row.title}\n`);
  }
  return exitCodes.pass;
}
