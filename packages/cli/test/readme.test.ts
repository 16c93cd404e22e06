import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { runCli } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

test("the README shows what schema-diff really prints", async () => {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const [, command = "", shown] = /```\n\$ schema-diff (.*)\n([^`]*)```/.exec(readme) ?? [];
  const { code, out } = await runCli(root, ...command.split(" "));
  expect(code).toBe(1);
  expect(out).toBe(shown);
});
