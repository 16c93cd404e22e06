import { expect, test } from "@jest/globals";
import { runProgram } from "./run-program.js";

test("a program's exit code and both its outputs are returned", async () => {
  const program = "process.stdout.write('out,'); process.stderr.write('err'); process.exitCode = 3";
  expect(await runProgram(process.execPath, ["-e", program])).toEqual({ code: 3, output: "out,err" });
});

test("a program that is not there has no exit code and says which it is", async () => {
  expect(await runProgram("no-such-program", [])).toEqual({
    code: null,
    output: "spawn no-such-program ENOENT\n",
  });
});

test("a program that hangs is ended", async () => {
  const { code } = await runProgram(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { timeoutSeconds: 0.2 });
  expect(code).toBeNull();
});
