import { expect, test } from "@jest/globals";
import { jvmOptions, longRunningJvmOptions } from "../server/jvm-options.js";
import { javaArguments } from "./java-arguments.js";

test("a distribution is started by its own main class", () => {
  const recipe = { version: "476", java: 24, server: "distribution", megabytes: 1 } as const;
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

test("libraries are started by the compiled main class, which is told the version; a busy server gets another JVM", () => {
  const recipe = { version: "435", java: 17, server: "libraries", megabytes: 1 } as const;
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
