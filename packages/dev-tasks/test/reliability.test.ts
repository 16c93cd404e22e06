import { expect, test } from "@jest/globals";
import { run } from "../src/reliability/run.js";
import { buildServer } from "./build-server.js";

test("100 deliveries, a failing GitHub and two kills end with one comment and one concluded check each", async () => {
  const server = await buildServer();
  const lines: string[] = [];
  try {
    const { standing, exitCode, kills, post } = await run({
      deliveries: 100,
      kills: 2,
      seed: 20261122,
      command: [process.execPath, server.file],
      onLine: (line) => void lines.push(line),
      tell: (text) => process.stderr.write(`${text}\n`),
    });
    console.log(standing, post, lines.slice(-40));
    expect({ problems: standing.problems, exitCode, kills }).toEqual({ problems: [], exitCode: 0, kills: 2 });
    expect(standing.judgedHeads).toBeGreaterThan(10);
  } finally {
    server.remove();
  }
});
