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
