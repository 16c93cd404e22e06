import { expect, test } from "@jest/globals";
import { run } from "../src/reliability/run.js";
import { buildServer } from "./build-server.js";

test("100 deliveries, a failing GitHub and two kills end with one comment and one concluded check each", async () => {
  const server = await buildServer();
  const lines: string[] = [];
  try {
    const { standing, exitCode, kills, post, faults } = await run({
      deliveries: 100,
      kills: 2,
      seed: 20261122,
      command: [process.execPath, server.file],
      onLine: (line) => void lines.push(line),
      tell: () => {},
    });
    // The last lines of the log show where to look.
    const log = standing.problems.length === 0 ? [] : lines.slice(-50);
    expect({ problems: standing.problems, log, exitCode, kills }).toEqual({
      problems: [],
      log: [],
      exitCode: 0,
      kills: 2,
    });
    // Something was judged, doubled, and failed: else it showed nothing.
    expect(standing.pullRequests).toBe(5);
    expect([standing.judgedHeads, post.doubled, Object.keys(faults).length].every((count) => count >= 3)).toBe(true);
  } finally {
    server.remove();
  }
});
