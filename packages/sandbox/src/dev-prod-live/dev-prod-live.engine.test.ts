import { readFileSync } from "node:fs";
import { beforeAll, expect, jest, test } from "@jest/globals";
import { onEachTrino } from "@schema-gate/testing";
import { runSql } from "../query/run-sql.js";
import { publishDevProdLive } from "./publish-dev-prod-live.js";

jest.setTimeout(300_000);

interface PublishedView {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** What is publicly known of the real views of September 2024. */
const real = JSON.parse(readFileSync(new URL("./fixtures/dev-prod-live.2024-09.json", import.meta.url), "utf8")) as {
  readonly views: readonly PublishedView[];
};

onEachTrino(({ url }) => {
  beforeAll(() => publishDevProdLive(async (sql) => void (await runSql(url, sql))));

  test("the views have exactly the real names, columns, types and order", async () => {
    const rows = await runSql(
      url,
      `SELECT table_name, column_name, data_type FROM awsdatacatalog.information_schema.columns
       WHERE table_schema = 'dev_prod_live' ORDER BY table_name, ordinal_position`,
    );
    // From 480 on field names are printed in quotes; none of these names needs them.
    const published = rows.map(([view, column, type]) => [view, column, String(type).replaceAll('"', "")]);
    expect(published).toEqual(
      real.views.flatMap((view) => view.columns.map((column) => [view.name, column.name, column.type])),
    );
  });

  test("every view can be read, and its empty landing tables give no rows", async () => {
    for (const { name } of real.views) {
      expect(await runSql(url, `SELECT * FROM awsdatacatalog.dev_prod_live.${name}`)).toEqual([]);
    }
  });

  test("every view has a comment", async () => {
    const rows = await runSql(
      url,
      `SELECT table_name FROM system.metadata.table_comments
       WHERE catalog_name = 'awsdatacatalog' AND schema_name = 'dev_prod_live' AND comment <> '' ORDER BY table_name`,
    );
    expect(rows).toEqual(real.views.map((view) => [view.name]));
  });
});
