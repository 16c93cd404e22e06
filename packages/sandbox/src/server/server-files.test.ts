import { expect, test } from "@jest/globals";
import { catalogFiles, configFile, localProperties } from "./server-files.js";

test("there are two memory catalogs, one named as in production", () => {
  expect(catalogFiles()).toEqual({
    "catalog/memory.properties": "connector.name=memory\n",
    "catalog/awsdatacatalog.properties": "connector.name=memory\n",
  });
});

test("a local server listens and calls itself on loopback only", () => {
  expect(configFile(40123, localProperties)).toBe(`coordinator=true
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
  expect(configFile(8080)).toBe(`coordinator=true
node-scheduler.include-coordinator=true
http-server.http.port=8080
discovery.uri=http://127.0.0.1:8080
protocol.v1.alternate-header-name=Presto
query.min-expire-age=10s
task.info.max-age=10s
`);
});
