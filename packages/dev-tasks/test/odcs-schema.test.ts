import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const folder = fileURLToPath(new URL("../../contract/odcs/", import.meta.url));
const readme = readFileSync(`${folder}README.md`, "utf8");

test("the standard's JSON Schema is the file its README says it is, with the licences it names", () => {
  const bytes = readFileSync(`${folder}odcs-json-schema-v3.1.0.json`);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(/SHA-256 `(\w+)`/.exec(readme)?.[1]);
  const texts = readdirSync(folder).filter((name) => name.startsWith("LICENSE"));
  expect(texts).toEqual(["LICENSE", "LICENSE-MIT"]);
  const firstLines = texts.map(
    (name) =>
      readFileSync(folder + name, "utf8")
        .trim()
        .split("\n")[0],
  );
  expect(firstLines).toEqual(["Apache License", "MIT License"]);
});
