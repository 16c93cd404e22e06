import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { taskArguments } from "../task-arguments.js";
import { describe } from "./describe.js";
import { run } from "./run.js";

/**
 * `pnpm reliability`: sends deliveries to the real server while GitHub fails and the server is killed, and looks at what
 * stands in the end. `--write` puts the figures into docs/reliability.md. Exits 1 where anything is not as it must be.
 */
const root = fileURLToPath(new URL("../../../../", import.meta.url));
const values = taskArguments({
  options: {
    deliveries: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    verbose: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
  counts: ["deliveries", "seed"],
  usage: `Usage: pnpm reliability [--deliveries <n>] [--seed <n>] [--verbose] [--write]

Sends deliveries to the real server while GitHub fails and the server is killed, and looks at what stands in the end.

  --deliveries <n>  how many (1000)
  --seed <n>        what decides what happens and what fails (1)
  --verbose         print the server's log as well
  --write           put the figures into docs/reliability.md
`,
});
const deliveries = Number(values.deliveries);
const plan = { deliveries, kills: Math.max(2, Math.floor(deliveries / 200)), seed: Number(values.seed) };
const result = await run({
  ...plan,
  command: [process.execPath, `${root}packages/bot/bin/schema-gate.js`],
  onLine: (line) => values.verbose && process.stderr.write(`${line}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
});
const table = describe(plan, result);
process.stdout.write(`${table}\n\n${Math.round(result.seconds)} s\n`);
if (values.write) {
  const file = `${root}docs/reliability.md`;
  const today = new Date().toISOString().slice(0, 10);
  const marks = /(<!-- figures -->\n)[\s\S]*?(<!-- end of figures -->)/;
  const text = readFileSync(file, "utf8").replace(
    marks,
    (_, start: string, end: string) =>
      `${start}\nMeasured ${today} with \`pnpm reliability --deliveries ${deliveries} --seed ${plan.seed}\`:\n\n${table}\n\n${end}`,
  );
  writeFileSync(file, text);
}
process.exitCode = result.standing.problems.length === 0 && result.exitCode === 0 ? 0 : 1;
