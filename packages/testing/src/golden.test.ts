import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { golden } from "./golden.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "golden-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => pathToFileURL(join(folder, name));

test("a golden file is read, not written", () => {
  writeFileSync(at("a.txt"), "before");
  expect(golden(at("a.txt"), "after", {})).toBe("before");
  expect(readFileSync(at("a.txt"), "utf8")).toBe("before");
});

test("a golden file that does not exist is no match", () => {
  expect(() => golden(at("b.txt"), "after", {})).toThrow(/^no golden file .*b\.txt; run the test with UPDATE_GOLDEN=1/);
});

test("UPDATE_GOLDEN=1 writes it, with its folders", () => {
  expect(golden(at("c/d.txt"), "after", { UPDATE_GOLDEN: "1" })).toBe("after");
  expect(readFileSync(at("c/d.txt"), "utf8")).toBe("after");
});

test("under CI nothing is written", () => {
  writeFileSync(at("a.txt"), "before");
  expect(() => golden(at("a.txt"), "after", { UPDATE_GOLDEN: "1", CI: "true" })).toThrow(/not rewritten under CI/);
  expect(readFileSync(at("a.txt"), "utf8")).toBe("before");
});
