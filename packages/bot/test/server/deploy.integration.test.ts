import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { validate } from "dockerfile-utils";
import { help } from "../../src/server/options.js";
import { environment } from "../../src/server/settings/environment.js";

const read = (name: string) => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), "utf8");
const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;
const withSystemd = hasSystemd ? test : test.skip;

/** The unit with programs that are here in the place of those it names. */
function inspect(...parameters: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "schema-gate-"));
  try {
    const unit = join(folder, "schema-gate.service");
    writeFileSync(unit, read("schema-gate.service").replace("/usr/bin/node", process.execPath));
    const { status, stdout, stderr } = spawnSync("systemd-analyze", [...parameters, unit], { encoding: "utf8" });
    return { status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

withSystemd("systemd understands the unit", () => {
  expect(inspect("verify", "--man=no")).toEqual({ status: 0, stdout: "", stderr: "" });
});

withSystemd("systemd finds the unit hardened", () => {
  // In tenths, 100 is the least protected.
  expect(inspect("security", "--offline=true", "--threshold=20", "--no-pager")).toMatchObject({ status: 0 });
});

test("the container file is one", () => {
  expect(validate(read("Containerfile"))).toEqual([]);
});

test("unit, container file and help name the variables that are read, and help all of them", () => {
  const known = Object.keys(environment.shape);
  const named = (text: string) => [...new Set(text.match(/SCHEMA_GATE_[A-Z_]+/g))];
  for (const text of [read("schema-gate.service"), read("Containerfile"), help])
    expect(named(text).filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !named(help).includes(name))).toEqual([]);
});
