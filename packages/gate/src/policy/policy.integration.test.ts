import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { defaultConfig } from "@schema-gate/contract";
import { openRepository } from "../git/repository.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { policyOfCommit } from "./policy-of-commit.js";
import { policyOfDirectory } from "./policy-of-directory.js";

afterAll(removeTemporaryDirectories);

const policyFiles = {
  "schema-gate.yaml": "actions: { risky: block }\n",
  "waivers/b.yaml": "two",
  "waivers/a.yaml": Buffer.from([0xff]),
  "waivers/folder/c.yaml": "three",
  "waivers/README.md": "about waivers",
  "waivers/.gitkeep": "",
  "other/schema-gate.yaml": "nonsense",
};
const config = { ...defaultConfig, actions: { ...defaultConfig.actions, risky: "block" } };
const waivers = [
  { file: "waivers/a.yaml", text: null },
  { file: "waivers/b.yaml", text: "two" },
  { file: "waivers/folder/c.yaml", text: "three" },
];

test("a commit and a directory hold the same policy; files that changed since do not count", async () => {
  const files = new TemporaryRepository();
  files.write(policyFiles);
  const policyCommit = files.commit();
  expect(await policyOfDirectory(files.directory)).toEqual({ config, policyCommit: null, waivers });
  files.write({ "schema-gate.yaml": "actions: { risky: allow }\n", "waivers/d.yaml": "" });
  expect(await policyOfCommit(await openRepository(files.directory), policyCommit)).toEqual({
    config,
    policyCommit,
    waivers,
  });
});

test("without files the defaults hold", async () => {
  const files = new TemporaryRepository();
  const policyCommit = files.commit();
  expect(await policyOfDirectory(files.directory)).toEqual({ config: defaultConfig, policyCommit: null, waivers: [] });
  expect(await policyOfCommit(await openRepository(files.directory), policyCommit)).toEqual({
    config: defaultConfig,
    policyCommit,
    waivers: [],
  });
});

test("a configuration that cannot be read is an error with its place, never the defaults", async () => {
  const policyOf = async (content: string | Buffer) => {
    const files = new TemporaryRepository();
    files.write({ "schema-gate.yaml": content });
    const commit = files.commit();
    const inCommit = await refusal(async () => policyOfCommit(await openRepository(files.directory), commit));
    expect(await refusal(() => policyOfDirectory(files.directory))).toEqual(inCommit);
    return inCommit;
  };
  expect(await policyOf(Buffer.from([0xff]))).toEqual(
    usage("Cannot read schema-gate.yaml: it is not UTF-8. Save it as UTF-8."),
  );
  expect((await policyOf("actions: { risky: perhaps }")).message).toMatch(/^schema-gate\.yaml:1:19: actions\.risky: /);
});

test("links and folders in the place of policy files are refused", async () => {
  const linked = new TemporaryRepository();
  linked.write({ elsewhere: "" });
  symlinkSync("elsewhere", join(linked.directory, "schema-gate.yaml"));
  const link = linked.commit();
  const policyOfLink = async () => policyOfCommit(await openRepository(linked.directory), link);
  expect(await refusal(policyOfLink)).toEqual(usage("schema-gate.yaml is a symbolic link; only plain files are read."));
  const folder = new TemporaryRepository();
  folder.write({ "schema-gate.yaml/x": "" });
  const commit = folder.commit();
  const policyOfFolder = async () => policyOfCommit(await openRepository(folder.directory), commit);
  expect(await refusal(policyOfFolder)).toEqual(usage(`schema-gate.yaml is a folder in ${commit}; it must be a file.`));
  const directory = temporaryDirectory({ "schema-gate.yaml/x": "" });
  expect(await refusal(() => policyOfDirectory(directory))).toEqual(
    usage(`${directory}/schema-gate.yaml is not a plain file.`),
  );
});
