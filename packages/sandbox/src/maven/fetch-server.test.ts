import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { fetchServer, hasServer, serverFolder } from "./fetch-server.js";

const recipe = { engine: "trino", version: "476", java: 24, server: "distribution", megabytes: 1 } as const;

test("a server's folder names its version and changes with its recipe", () => {
  expect(serverFolder("/cache", recipe)).toMatch(/^\/cache\/trino\/476-[0-9a-f]{8}$/);
  expect(serverFolder("/cache", { ...recipe, engine: "presto", version: "0.296" })).toMatch(
    /^\/cache\/presto\/0\.296-[0-9a-f]{8}$/,
  );
  expect(serverFolder("/cache", { ...recipe, server: "libraries" })).not.toBe(serverFolder("/cache", recipe));
});

test("a server in the cache is used as it is", async () => {
  const cache = await mkdtemp(join(tmpdir(), "fetch-server-"));
  const folder = serverFolder(cache, recipe);
  expect(hasServer(cache, recipe)).toBe(false);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "pom.xml"), "earlier");
  expect([hasServer(cache, recipe), await fetchServer(cache, recipe, "java")]).toEqual([true, folder]);
  expect(await readFile(join(folder, "pom.xml"), "utf8")).toBe("earlier");
  await rm(cache, { recursive: true });
});
