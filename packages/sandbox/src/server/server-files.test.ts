import { expect, test } from "@jest/globals";
import { catalogFiles, configFile, localFiles } from "./server-files.js";

test("there are two memory catalogs, one named as in production, and from 476 on one with materialized views", () => {
  const memory = {
    "catalog/memory.properties": "connector.name=memory\n",
    "catalog/awsdatacatalog.properties": "connector.name=memory\n",
  };
  expect([catalogFiles("435", "/run/tmp"), catalogFiles("0.296", "/run/tmp")]).toEqual([memory, memory]);
  expect(catalogFiles("476", "/run/tmp")).toEqual({
    ...memory,
    "catalog/iceberg.properties": `connector.name=iceberg
iceberg.catalog.type=TESTING_FILE_METASTORE
hive.metastore.catalog.dir=local:///iceberg
fs.native-local.enabled=true
local.location=/run/tmp
`,
  });
});

test("a local server listens and calls itself on loopback only", () => {
  expect(localFiles("476", 40123, "/run/tmp")["config.properties"]).toBe(`coordinator=true
node-scheduler.include-coordinator=true
http-server.http.port=40123
discovery.uri=http://127.0.0.1:40123
protocol.v1.alternate-header-name=Presto
query.min-expire-age=10s
task.info.max-age=10s
node.environment=sandbox
node.bind-ip=127.0.0.1
node.internal-address=127.0.0.1
catalog.config-dir=etc/catalog
access-control.config-files=etc/access-control.properties
`);
});

test("in a container the address is left to the image", () => {
  expect(configFile("trino", 8080)).toBe(`coordinator=true
node-scheduler.include-coordinator=true
http-server.http.port=8080
discovery.uri=http://127.0.0.1:8080
protocol.v1.alternate-header-name=Presto
query.min-expire-age=10s
task.info.max-age=10s
`);
});

test("PrestoDB finds itself, and knows neither other headers nor access rules", () => {
  const files = localFiles("0.296", 40123, "/run/tmp");
  expect(files).toEqual({
    ...catalogFiles("0.296", "/run/tmp"),
    "config.properties": `coordinator=true
node-scheduler.include-coordinator=true
http-server.http.port=40123
discovery.uri=http://127.0.0.1:40123
discovery-server.enabled=true
query.min-expire-age=10s
task.info.max-age=10s
node.environment=sandbox
node.bind-ip=127.0.0.1
node.internal-address=127.0.0.1
catalog.config-dir=etc/catalog
`,
  });
});
