import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { readerCategories, readerPhrases } from "@schema-gate/diff";

const text = readFileSync(fileURLToPath(new URL("../../../docs/glossary.md", import.meta.url)), "utf8");

test("the glossary says who the readers of each category are, in the words of the reports", () => {
  const [, section = ""] = text.split("\n## Readers\n");
  const rows = [...section.matchAll(/^\| `([^`]*)` \| ([^|]*) \|/gm)].map(([, id, readers]) => [id, readers]);
  expect(rows).toEqual(readerCategories.map((category) => [category, readerPhrases[category]]));
});

test("no word of the glossary has two meanings", () => {
  const [words = ""] = text.split("\n## ");
  const first = [...words.matchAll(/^\| ([^|]*) \|/gm)].map(([, word]) => word).filter((word) => word !== "---");
  expect(first).toEqual([...new Set(first)]);
});
