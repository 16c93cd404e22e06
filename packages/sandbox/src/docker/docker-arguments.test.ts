import { expect, test } from "@jest/globals";
import { runArguments } from "./docker-arguments.js";

test("a container is published on loopback only and removed at its end", () => {
  expect(
    runArguments({ name: "schema-gate-trino-1", version: "483", port: 40123, etc: "/tmp/sandbox/run/etc" }),
  ).toEqual([
    "run",
    "--rm",
    "--init",
    "--name=schema-gate-trino-1",
    "--memory=2g",
    "--publish=127.0.0.1:40123:8080",
    "--volume=/tmp/sandbox/run/etc/catalog:/etc/trino/catalog:ro",
    "--volume=/tmp/sandbox/run/etc/config.properties:/etc/trino/config.properties:ro",
    "--volume=/tmp/sandbox/run/etc/access-control.properties:/etc/trino/access-control.properties:ro",
    "--volume=/tmp/sandbox/run/etc/access-rules.json:/etc/trino/access-rules.json:ro",
    "trinodb/trino:483",
  ]);
});
