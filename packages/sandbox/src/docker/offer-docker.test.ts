import { expect, test } from "@jest/globals";
import { runArguments } from "./docker-arguments.js";
import { containerServer, offerDocker } from "./offer-docker.js";

test("a container reads the configuration of the folder it is launched from", () => {
  const launch = containerServer("483").launch(40123, "/tmp/sandbox/run", false);
  const name = launch.args.find((argument) => argument.startsWith("--name="))?.slice("--name=".length) ?? "";
  expect(name).toMatch(/^schema-gate-trino-[0-9a-f-]{36}$/);
  expect([launch.command, ...launch.args]).toEqual([
    "docker",
    ...runArguments({ name, version: "483", port: 40123, etc: "/tmp/sandbox/run/etc" }),
  ]);
  expect(Object.keys(launch.files).sort()).toEqual([
    "access-control.properties",
    "access-rules.json",
    "catalog/awsdatacatalog.properties",
    "catalog/iceberg.properties",
    "catalog/memory.properties",
    "config.properties",
  ]);
});

test("PrestoDB is not offered", async () => {
  expect(await offerDocker("0.296")).toEqual({
    source: "docker",
    provides: false,
    reason: "it is used for Trino only",
  });
});

test("two containers never have one name", () => {
  const server = containerServer("483");
  expect(server.launch(40123, "/tmp/a", false).args).not.toEqual(server.launch(40123, "/tmp/a", false).args);
});
