import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryFolders, temporaryFolder } from "../testing/temporary-folder.js";
import { lockFolder } from "./folder-lock.js";

afterAll(removeTemporaryFolders);

test("one process has a folder, and can give it back", async () => {
  const folder = temporaryFolder();
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject({
    kind: "usage",
    message: `The state folder ${folder} is in use by process ${process.pid}. Stop that one first, or give this one a folder of its own.`,
  });
  await unlock();
  await (await lockFolder(folder))();
  expect(readdirSync(join(folder, "lock"))).toEqual([]);
});

test("of many at once, one has it at most", async () => {
  const folder = temporaryFolder();
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  const locked = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  expect(locked.length).toBeLessThanOrEqual(1);
  for (const unlock of locked) await unlock();
  await (await lockFolder(folder))();
});

test("a killed process leaves no lock behind", async () => {
  const folder = temporaryFolder();
  const held = join(folder, "lock", "0a");
  const script = `require("node:fs").mkdirSync(${JSON.stringify(join(folder, "lock"))});
    require("node:net").createServer().listen(${JSON.stringify(held)}, () => console.log("up"))`;
  const process = spawn("node", ["-e", script]);
  await once(process.stdout, "data");
  await expect(lockFolder(folder)).rejects.toThrow("is in use by process unknown.");
  process.kill("SIGKILL");
  await once(process, "close");
  expect(readdirSync(join(folder, "lock"))).toEqual(["0a"]);
  await (await lockFolder(folder))();
  expect(readdirSync(join(folder, "lock"))).toEqual([]);
});

test("a path too long for a socket is refused with a sentence", async () => {
  const folder = join(temporaryFolder(), "a".repeat(100));
  await expect(lockFolder(folder)).rejects.toThrow(
    `The path of the state folder ${folder} is too long; give one of 80 characters at most.`,
  );
});
