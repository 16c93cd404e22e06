import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import {
  type Contract,
  contractPath,
  loadContractReader,
  parseSnapshotText,
  snapshotPath,
} from "@schema-gate/contract";
import { directorySide, lint, policyOfDirectory } from "@schema-gate/gate";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const filesIn = (folder: string, end: string) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(end))
    .sort();

const snapshots = filesIn("snapshots", ".json").map((file) =>
  parseSnapshotText(readFileSync(`${root}snapshots/${file}`, "utf8"), file),
);
const structure = ({ columns }: Contract) => columns.map(({ name, type }) => [name, type]);

test("this repository has a contract for each of its snapshots, and for nothing else", () => {
  expect(filesIn("schemas", ".yaml")).toEqual(snapshots.map(contractPath));
});

test.each(snapshots.map((snapshot) => [snapshot.name, snapshot] as const))(
  "the contract of %s agrees with its snapshot",
  async (_name, snapshot) => {
    const file = `schemas/${contractPath(snapshot)}`;
    const { contract } = (await loadContractReader())(readFileSync(root + file, "utf8"), file);
    expect(snapshotPath(contract)).toBe(snapshotPath(snapshot));
    expect(structure(contract)).toEqual(structure(snapshot));
    expect([contract.kind, contract.comment]).toEqual([snapshot.kind, snapshot.comment]);
    const comments = new Map(contract.columns.map(({ name, comment }) => [name, comment]));
    for (const { name, comment } of snapshot.columns) if (comment !== null) expect(comments.get(name)).toBe(comment);
  },
);

test("the policy finds in this repository's own views only what is truly so", async () => {
  const side = directorySide(root, root);
  const { findings } = await lint({ ...(await policyOfDirectory(root)), side, asOf: "2026-11-22" });
  const short = snapshots.flatMap(({ name }) =>
    ["inserted_at", "updated_at", "xformed_at"].map((column) => [name, "audit-column-omitted", column]),
  );
  expect(findings.map(({ view, rule, path }) => [view?.split(".").at(-1), rule, path])).toEqual([
    [
      "v__evergreen__aws_task_costs__v1",
      "landing-schema-read",
      "@definition(awsdatacatalog.costs_landing.aws__ec2__hourly_rates__raw)",
    ],
    ...short,
  ]);
});
