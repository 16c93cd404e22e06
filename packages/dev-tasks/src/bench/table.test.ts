import { expect, test } from "@jest/globals";
import { printTable } from "./table.js";

const head = "| what | time | memory | bound | | absolute |\n|---|---|---|---|---|---|\n";
const baseline = { milliseconds: 100, mebibytes: 50 };

test("a row is held when neither time nor memory is over its bound", () => {
  const bound = { time: 1.5, memory: 2 };
  expect(
    printTable([
      { what: "at the bound", cost: { milliseconds: 150, mebibytes: 100 }, baseline, bound },
      { what: "slow", cost: { milliseconds: 151, mebibytes: 10 }, baseline, bound },
      { what: "large", cost: { milliseconds: 1, mebibytes: 101 }, baseline, bound },
      {
        what: "large, and no word of it",
        cost: { milliseconds: 1, mebibytes: 101 },
        baseline,
        bound: { time: 1, memory: null },
      },
      { what: "of unknown size", cost: { milliseconds: 1, mebibytes: null }, baseline, bound },
    ]),
  ).toBe(`${head}| at the bound | 1.50 | 2.00 | 1.5, memory 2 | held | 150 ms of 100 ms, 100 MiB of 50 MiB |
| slow | 1.51 | 0.20 | 1.5, memory 2 | NOT HELD | 151 ms of 100 ms, 10 MiB of 50 MiB |
| large | 0.01 | 2.02 | 1.5, memory 2 | NOT HELD | 1 ms of 100 ms, 101 MiB of 50 MiB |
| large, and no word of it | 0.01 | 2.02 | 1 | held | 1 ms of 100 ms, 101 MiB of 50 MiB |
| of unknown size | 0.01 | – | 1.5, memory 2 | NOT HELD | 1 ms of 100 ms |
`);
});

test("what has no bound is only shown, and what could not be measured says why", () => {
  expect(
    printTable([
      { what: "a peer", cost: { milliseconds: 2500, mebibytes: null }, baseline, bound: null },
      { what: "another", why: "could not be installed: no such package" },
    ]),
  ).toBe(`${head}| a peer | 25.00 | – |  |  | 2500 ms of 100 ms |
| another | could not be installed: no such package | | | | |
`);
});

test("memory without anything to divide it by is shown as it is", () => {
  const cost = { milliseconds: 300, mebibytes: 120 };
  expect(printTable([{ what: "a server", cost, baseline: { milliseconds: 100, mebibytes: null }, bound: null }])).toBe(
    `${head}| a server | 3.00 | – |  |  | 300 ms of 100 ms, 120 MiB |\n`,
  );
});
