import { afterAll, expect, test } from "@jest/globals";
import { check } from "../check/check.js";
import { contractFiles } from "../testing/contracts.js";
import { request } from "../testing/guarded-repository.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";

afterAll(removeTemporaryDirectories);

const [v1, v2] = ["evergreen_tasks_v1", "evergreen_tasks_v2"];
const second = `schemas/awsdatacatalog/dev_prod_live/${v2}.yaml`;

/** A base on which version 2 has these contracts, each from a day on; `null` is none. */
function repositoryOf(contracts: Readonly<Record<string, string | null>>): TemporaryRepository {
  const files = new TemporaryRepository();
  files.write(contractFiles(v1));
  files.commit("2026-01-01T00:00:00Z");
  for (const [day, text] of Object.entries(contracts)) {
    if (text === null) files.remove(second);
    else files.write({ [second]: text });
    files.commit(`${day}T23:59:59Z`);
  }
  files.git("checkout", "--quiet", "-b", "change");
  files.remove(`schemas/awsdatacatalog/dev_prod_live/${v1}.yaml`);
  return files;
}

const active = contractFiles(v2)[second] ?? "";
const retired = contractFiles(v2, { status: "retired" })[second] ?? "";

test.each([
  ["its last return", { "2026-01-02": active, "2026-02-01": null, "2026-03-15": active }, "2026-06-15"],
  ["when it was out again", { "2026-01-02": active, "2026-02-01": retired, "2026-03-16": active }, "2026-06-16"],
  [
    "when it could be read",
    { "2026-01-02": "a: [", "2026-03-17": active, "2026-04-01": `${active}# text\n` },
    "2026-06-17",
  ],
])("a contract alone is out since %s", async (_what, contracts, lastDay) => {
  const files = repositoryOf(contracts);
  const { findings } = (await check(request(files, { asOf: "2026-05-01" }))).report;
  const name = `awsdatacatalog.dev_prod_live.${v2}`;
  expect(findings.map(({ message }) => message)).toEqual([
    `View awsdatacatalog.dev_prod_live.${v1} was removed. Its successor is ${name}; support ends on ${lastDay}.`,
  ]);
});

test("a clone too shallow to know since when a contract has been there is refused", async () => {
  const files = repositoryOf({ "2026-01-02": active });
  const clone = new TemporaryRepository(temporaryDirectory());
  clone.git("fetch", "--quiet", "--depth=1", `file://${files.directory}`, "main:refs/remotes/origin/main");
  clone.git("checkout", "--quiet", "-b", "change", "origin/main");
  clone.remove(`schemas/awsdatacatalog/dev_prod_live/${v1}.yaml`);
  expect(await refusal(() => check(request(clone)))).toEqual(
    usage(
      `This clone is too shallow to tell since when ${second} has been there: ` +
        "fetch the whole history (with actions/checkout, fetch-depth: 0).",
    ),
  );
});
