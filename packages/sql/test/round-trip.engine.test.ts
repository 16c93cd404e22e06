import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "@jest/globals";
import { publishDevProdLive, runSql } from "@schema-gate/sandbox";
import { compareDefinitions } from "@schema-gate/sql";
import { onEachTrino } from "@schema-gate/testing";
import { grainPairs } from "./grain-pairs.js";

/** Definitions that use what views use, each as somebody would write it. */
const written: readonly string[] = readFileSync(new URL("written-definitions.sql", import.meta.url), "utf8")
  .split(";\n")
  .map((text) => text.trim())
  .filter((text) => text !== "");

onEachTrino(({ version, url }) => {
  const schema = `awsdatacatalog.round_trip_${version}`;

  beforeAll(async () => {
    await runSql(url, `CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await runSql(
      url,
      `CREATE TABLE IF NOT EXISTS ${schema}.t (id bigint, a bigint, b bigint, c bigint, xs array(varchar), deleted_at timestamp(3))`,
    );
    await runSql(url, `CREATE TABLE IF NOT EXISTS ${schema}.u (id bigint, a bigint, b bigint)`);
  });

  /** The text Trino keeps of a definition whose tables are named in full. */
  async function stored(definition: string): Promise<string> {
    await runSql(url, `CREATE OR REPLACE VIEW ${schema}.v AS ${definition}`);
    const [row] = await runSql(
      url,
      `SELECT view_definition FROM awsdatacatalog.information_schema.views
       WHERE table_schema = '${schema.split(".")[1]}' AND table_name = 'v'`,
    );
    return String(row?.[0]);
  }

  /** Puts the schema before the names of both tables; aliases keep what refers to them right. */
  const inSchema = (text: string) =>
    text.replace(/\b(FROM|JOIN|TABLE) (\(?)([tu])\b(?! [A-Z]*\()/gi, (_, word, open, table) => {
      return `${word} ${open}${schema}.${table}`;
    });

  test("what Trino makes of each definition of the regression suite finds nothing", async () => {
    const texts = [...new Set(grainPairs.flatMap((pair) => [pair.before, pair.after]))].map(inSchema);
    const found: unknown[] = [];
    for (const text of texts) found.push(...compareDefinitions(text, await stored(text)));
    expect(found).toEqual([]);
  });

  test.each(written)("what Trino makes of it finds nothing: %s", async (text) => {
    const definition = inSchema(text);
    const printed = await stored(definition);
    expect(compareDefinitions(definition, printed)).toEqual([]);
    expect(compareDefinitions(printed, definition)).toEqual([]);
  });

  test("what Trino makes of the published views finds nothing", async () => {
    const published: [name: string, definition: string][] = [];
    await publishDevProdLive(async (sql) => {
      const view = /^CREATE OR REPLACE VIEW (\S+)\s+(?:COMMENT '(?:[^']|'')*'\s+)?AS\s+([\s\S]*)$/.exec(sql.trim());
      if (view) published.push([view[1] ?? "", view[2] ?? ""]);
      await runSql(url, sql);
    });
    expect(published).toHaveLength(4);
    for (const [name, definition] of published) {
      const [row] = await runSql(
        url,
        `SELECT view_definition FROM awsdatacatalog.information_schema.views
         WHERE table_schema = 'dev_prod_live' AND table_name = '${name.split(".").at(-1)}'`,
      );
      expect([name, compareDefinitions(definition, String(row?.[0]))]).toEqual([name, []]);
      expect(compareDefinitions(String(row?.[0]), `${definition} LIMIT 5`).map(({ path }) => path)).toEqual([
        "@definition.limit",
      ]);
    }
  });
});
