import { expect, test } from "@jest/globals";
import { publishDevProdLive } from "./publish-dev-prod-live.js";

test("landing tables come before the views that read them, and every statement can be run again", async () => {
  const statements: string[] = [];
  await publishDevProdLive(async (sql) => void statements.push(sql));
  const creations = statements
    .map((sql) =>
      /^(CREATE (?:SCHEMA IF NOT EXISTS|TABLE IF NOT EXISTS|OR REPLACE VIEW)|COMMENT ON COLUMN) (\S+)/m.exec(sql),
    )
    .map((found) => [found?.[1], found?.[2]?.replace("awsdatacatalog.", "")])
    .filter(([statement]) => statement !== "COMMENT ON COLUMN");
  expect(creations).toEqual([
    ["CREATE SCHEMA IF NOT EXISTS", "evergreen_landing"],
    ["CREATE TABLE IF NOT EXISTS", "evergreen_landing.evergreen__mci__tasks__raw"],
    ["CREATE TABLE IF NOT EXISTS", "evergreen_landing.evergreen__mci__old_tasks__raw"],
    ["CREATE TABLE IF NOT EXISTS", "evergreen_landing.evergreen__mci__builds__raw"],
    ["CREATE TABLE IF NOT EXISTS", "evergreen_landing.evergreen__mci__hosts__raw"],
    ["CREATE SCHEMA IF NOT EXISTS", "costs_landing"],
    ["CREATE TABLE IF NOT EXISTS", "costs_landing.aws__ec2__hourly_rates__raw"],
    ["CREATE SCHEMA IF NOT EXISTS", "results_landing"],
    ["CREATE TABLE IF NOT EXISTS", "results_landing.results__cedar__test_results__raw"],
    ["CREATE SCHEMA IF NOT EXISTS", "dev_prod_live"],
    ["CREATE OR REPLACE VIEW", "dev_prod_live.v__evergreen__finished_tasks__v1"],
    ["CREATE OR REPLACE VIEW", "dev_prod_live.v__evergreen__aws_task_costs__v1"],
    ["CREATE OR REPLACE VIEW", "dev_prod_live.v__evergreen__daily_task_stats__v1"],
    ["CREATE OR REPLACE VIEW", "dev_prod_live.v__results__daily_test_stats__v1"],
  ]);
});
