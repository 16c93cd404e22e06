import { expect, test } from "@jest/globals";
import { readTaskArguments } from "./task-arguments.js";

const usage = "Usage: pnpm count\n";
const task = {
  options: { views: { type: "string", default: "3" }, live: { type: "boolean", default: false } },
  counts: ["views"],
  usage,
} as const;

test.each([
  [[], { views: "3", live: false }],
  [["--views", "10", "--live"], { views: "10", live: true }],
])("%j is what the task is asked for", (args, values) => {
  expect(readTaskArguments(args, task)).toEqual({ values });
});

test.each([[["--help"]], [["-h"]], [["--nothing", "--help"]]])("%j prints the usage", (args) => {
  expect(readTaskArguments(args, task)).toEqual({ text: usage, exitCode: 0 });
});

test.each([
  [["--vews", "10"], "Unknown option '--vews'."],
  [["ten"], "Unexpected argument 'ten'."],
  [["--views"], "Option '--views <value>' argument missing."],
  [["--views", "0"], "--views takes a whole number from 1."],
  [["--views", "many"], "--views takes a whole number from 1."],
])("%j is told what is wrong with it", (args, problem) => {
  expect(readTaskArguments(args, task)).toEqual({ text: `${problem}\n\n${usage}`, exitCode: 2 });
});
