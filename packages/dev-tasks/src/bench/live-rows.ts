import { startSandbox } from "@schema-gate/sandbox";
import { idleStatements, makeLiveWorld } from "./live-world.js";
import { measureOnce } from "./measure.js";
import { cli } from "./own-rows.js";
import type { Row } from "./table.js";

/**
 * `schema-diff snapshot` and `drift` of a schema with so many views on a real server, each once, against the server doing
 * nothing for as many statements: two a view for its structure, and one more for what its contract promises.
 */
export async function liveRows(folder: string, views: number, tell: (what: string) => void): Promise<Row[]> {
  const sandbox = await startSandbox({ onProgress: tell });
  try {
    tell(`Creating ${views} views`);
    await makeLiveWorld(sandbox.url, folder, views);
    // The first statements are slow until the server has compiled itself.
    tell("Measuring statements that do nothing");
    const milliseconds = (await idleStatements(sandbox.url, views)) / views;
    const against = (statements: number) => ({ milliseconds: milliseconds * statements, mebibytes: null });
    const measure = async (command: string, what: string, statements: number): Promise<Row> => {
      tell(what);
      const cost = await measureOnce({ name: what, arguments: [cli, command], cwd: folder });
      return { what, cost, baseline: against(statements), bound: null };
    };
    const shown = views.toLocaleString("en-US");
    return [
      await measure("snapshot", `\`snapshot\` of ${shown} views, against 2 idle statements a view`, 2 * views),
      await measure(
        "drift",
        `\`drift\` of ${shown} views, each with promises, against 3 idle statements a view`,
        3 * views,
      ),
    ];
  } finally {
    await sandbox.stop();
  }
}
