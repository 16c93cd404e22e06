import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parseSnapshotText } from "@schema-gate/contract";
import { onEachTrino } from "@schema-gate/testing";
import type { SnapshotProgress } from "./live/take-snapshot.js";
import { snapshotInto } from "./snapshot-into.js";
import { aProfile } from "./testing/a-profile.js";
import { startCutOffProxy } from "./testing/cut-off-proxy.js";
import { CATALOG, type LiveSchema, makeLiveSchema } from "./testing/live-schema.js";
import { filesBelow, temporaryDirectory } from "./testing/temporary-directory.js";
import { systemClock } from "./trino/clock.js";
import { openTrino } from "./trino/open-trino.js";

onEachTrino(({ version, url }) => {
  let live: LiveSchema;

  beforeAll(async () => {
    live = await makeLiveSchema(url);
    const views = Array.from(
      { length: 12 },
      (_, index) => `CREATE VIEW $.filler_${index + 10}_v1 AS SELECT ${index} AS id`,
    );
    await live.run("CREATE VIEW $.gone_v1 AS SELECT 1 AS id", "CREATE VIEW $.changed_v1 AS SELECT 1 AS id", ...views);
  });

  afterAll(() => live.close());

  const profile = () => ({ catalog: CATALOG, schemas: [live.schema] });

  test("a changed schema changes exactly the files of the views that changed", async () => {
    const root = await temporaryDirectory();
    const named = (name: string) => ({ catalog: CATALOG, schema: live.schema, name });
    const first = await snapshotInto(live.port, profile(), root);
    const before = await filesBelow(root);
    expect([first.written.length, first.unchanged.length, Object.keys(before).length]).toEqual([14, 0, 14]);
    const again = await snapshotInto(live.port, profile(), root);
    expect([again.written.length, again.unchanged.length]).toEqual([0, 14]);
    expect(await filesBelow(root)).toEqual(before);

    await live.run(
      "DROP VIEW $.gone_v1",
      "CREATE OR REPLACE VIEW $.changed_v1 AS SELECT 'x' AS id",
      "CREATE VIEW $.added_v1 AS SELECT 2 AS id",
    );
    const { written, removed, broken, serverVersion } = await snapshotInto(live.port, profile(), root);
    expect({ written, removed, broken, serverVersion }).toEqual({
      written: [named("added_v1"), named("changed_v1")],
      removed: [named("gone_v1")],
      broken: [],
      serverVersion: version,
    });
    const file = (name: string) => `${CATALOG}/${live.schema}/${name}.json`;
    const { [file("added_v1")]: added, [file("changed_v1")]: changed, ...kept } = await filesBelow(root);
    const { [file("gone_v1")]: _, [file("changed_v1")]: __, ...expected } = before;
    expect(kept).toEqual(expected);
    const types = [added, changed].map((each) => parseSnapshotText(each?.text ?? "", "file").columns[0]?.type);
    expect(types).toEqual(["integer", "varchar(1)"]);
  });

  test("a server that dies in mid-snapshot leaves every file as it was", async () => {
    const root = await temporaryDirectory();
    await snapshotInto(live.port, profile(), root);
    const before = await filesBelow(root);
    await live.run("CREATE OR REPLACE VIEW $.filler_10_v1 AS SELECT 'x' AS id");
    const proxy = await startCutOffProxy(url);
    const port = openTrino(aProfile(proxy.url), {}, { clock: { ...systemClock, wait: async () => undefined } });
    let unread = 0;
    const onProgress = ({ done, total }: SnapshotProgress) => {
      unread = total - done;
      if (done === 3) proxy.cut();
    };
    await expect(snapshotInto(port, profile(), root, { onProgress })).rejects.toMatchObject({
      kind: "unreachable",
      message: expect.stringMatching(new RegExp(`^Cannot reach Trino at ${proxy.url}: ECONNRE(SET|FUSED) \\(`)),
    });
    await port.close();
    expect(unread).toBeGreaterThan(0);
    expect(await filesBelow(root)).toEqual(before);
  });
});
