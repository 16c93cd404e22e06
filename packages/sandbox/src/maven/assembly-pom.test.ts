import { expect, test } from "@jest/globals";
import { assemblyPom } from "./assembly-pom.js";

/** The coordinates a project asks Maven for, as `artifact:version:type -> folder`, and the goals it runs. */
function asked(pom: string) {
  const items = [...pom.matchAll(/<artifactItem>.*?<\/artifactItem>/g)].map(([item]) => item);
  const tag = (name: string, text: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  return {
    archives: items.map((item) => {
      const coordinates = ["artifactId", "version", "type"].map((name) => tag(name, item)).join(":");
      return `${coordinates} -> ${tag("outputDirectory", item)}`;
    }),
    goals: [...pom.matchAll(/<goal>([^<]*)<\/goal>/g)].map(([, goal]) => goal),
    dependencies: [...pom.matchAll(/<groupId>([a-z]+\.[a-z.]+)<\/groupId><artifactId>(.*?)<\/artifactId>/g)].map(
      ([, group, id]) => `${group}:${id}`,
    ),
  };
}

test("a distribution is unpacked with the memory connector beside it, and what is needed of iceberg", () => {
  expect(
    asked(assemblyPom({ engine: "trino", version: "476", java: 24, server: "distribution", megabytes: 1 })),
  ).toEqual({
    archives: ["trino-server-core:476:tar.gz -> server", "trino-memory:476:zip -> plugin"],
    goals: ["unpack", "copy-dependencies"],
    dependencies: [
      "io.trino:trino-root",
      "io.trino:trino-iceberg",
      "io.trino:trino-filesystem-azure",
      "io.trino:trino-filesystem-gcs",
      "io.trino:trino-filesystem-s3",
      "io.trino.hadoop:*",
      "net.snowflake:*",
      "org.alluxio:*",
      "org.rocksdb:*",
      "software.amazon.awssdk:*",
      "io.trino:trino-server-core",
      "io.trino:trino-memory",
    ],
  });
});

test("libraries are those of the server's main module in the versions Trino itself manages", () => {
  expect(asked(assemblyPom({ engine: "trino", version: "435", java: 17, server: "libraries", megabytes: 1 }))).toEqual({
    archives: ["trino-memory:435:zip -> plugin"],
    goals: ["unpack", "copy-dependencies"],
    dependencies: ["io.trino:trino-root", "io.trino:trino-main", "io.trino:trino-memory"],
  });
});

test("of PrestoDB there are only libraries: its connector is compiled with what starts it", () => {
  expect(
    asked(assemblyPom({ engine: "presto", version: "0.296", java: 17, server: "libraries", megabytes: 1 })),
  ).toEqual({
    archives: [],
    goals: ["copy-dependencies"],
    dependencies: ["com.facebook.presto:presto-root", "com.facebook.presto:presto-main"],
  });
});
