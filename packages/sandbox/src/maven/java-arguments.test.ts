import { expect, test } from "@jest/globals";
import { jvmOptions, longRunningJvmOptions } from "../server/jvm-options.js";
import { javaArguments } from "./java-arguments.js";

test("a distribution is started by its own main class", () => {
  const recipe = { engine: "trino", version: "476", java: 24, server: "distribution", megabytes: 1 } as const;
  expect(javaArguments(recipe, "/cache/trino/476", false)).toEqual([
    ...jvmOptions,
    "-Dconfig=etc/config.properties",
    "-Dplugin.dir=/cache/trino/476/plugin",
    "-Djava.io.tmpdir=tmp",
    "-cp",
    "/cache/trino/476/server/trino-server-core-476/lib/*",
    "io.trino.server.TrinoServer",
  ]);
});

test("PrestoDB is started by the class that brings its connector along", () => {
  const recipe = { engine: "presto", version: "0.296", java: 17, server: "libraries", megabytes: 1 } as const;
  expect(javaArguments(recipe, "/cache/presto/0.296", false).slice(-2)).toEqual(["StartPresto", "0.296"]);
});

test("libraries are started by the compiled main class, which is told the version; a busy server gets another JVM", () => {
  const recipe = { engine: "trino", version: "435", java: 17, server: "libraries", megabytes: 1 } as const;
  expect(javaArguments(recipe, "/cache/trino/435", true)).toEqual([
    ...longRunningJvmOptions,
    "-Dconfig=etc/config.properties",
    "-Dplugin.dir=/cache/trino/435/plugin",
    "-Djava.io.tmpdir=tmp",
    "-cp",
    "/cache/trino/435/lib:/cache/trino/435/lib/*",
    "StartServer",
    "435",
  ]);
});
