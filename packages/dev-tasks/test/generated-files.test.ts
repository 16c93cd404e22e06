import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { generatedFiles, pagesFolder } from "../src/generated-files.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const files = await generatedFiles(root);

test("every generated file is what `pnpm generate` would write", () => {
  const stale = [...files].filter(
    ([path, text]) => !existsSync(root + path) || readFileSync(root + path, "utf8") !== text,
  );
  expect(stale.map(([path]) => path)).toEqual([]);
});

test("there is no page without a rule", () => {
  const pages = readdirSync(root + pagesFolder).map((page) => `${pagesFolder}/${page}`);
  expect(pages.filter((page) => !files.has(page))).toEqual([]);
});
