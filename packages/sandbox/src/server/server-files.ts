import { accessFiles } from "./access-rules.js";
import { engineOf, type ServerEngine } from "./engine.js";
import { hasIceberg, icebergCatalog, icebergProperties } from "./iceberg.js";
import { printProperties } from "./print-properties.js";

/** The memory catalogs of every sandbox and the connector behind each; `awsdatacatalog` stands for the one of production. */
export const sandboxCatalogs: Readonly<Record<string, string>> = {
  memory: "memory",
  awsdatacatalog: "memory",
};

/** One properties file per catalog, by path under the server's `etc/`; `location` is a folder it may write to. */
export function catalogFiles(version: string, location: string): Record<string, string> {
  const memory = Object.entries(sandboxCatalogs).map(([name, connector]) => [name, { "connector.name": connector }]);
  const catalogs: Record<string, Record<string, string>> = Object.fromEntries(memory);
  if (hasIceberg(version)) catalogs[icebergCatalog] = icebergProperties(location);
  const files = Object.entries(catalogs).map(([name, properties]) => [
    `catalog/${name}.properties`,
    printProperties(properties),
  ]);
  return Object.fromEntries(files);
}

/** What only one engine knows; the other refuses to start with it. */
const ownProperties: Readonly<Record<ServerEngine, Readonly<Record<string, string>>>> = {
  // Clients of PrestoDB send X-Presto-* headers; with this the same server answers them too.
  trino: { "protocol.v1.alternate-header-name": "Presto" },
  presto: { "discovery-server.enabled": "true" },
};

/** `config.properties` of a server that is a whole cluster by itself; `more` adds to it. */
export function configFile(engine: ServerEngine, port: number, more: Readonly<Record<string, string>> = {}): string {
  return printProperties({
    coordinator: "true",
    "node-scheduler.include-coordinator": "true",
    "http-server.http.port": String(port),
    "discovery.uri": `http://127.0.0.1:${port}`,
    ...ownProperties[engine],
    // What ended is kept for a quarter of an hour by default: enough queries fill the heap, and every one gets slower.
    "query.min-expire-age": "10s",
    "task.info.max-age": "10s",
    ...more,
  });
}

/** What keeps a server that is no container on loopback, and its files where it runs. */
const localProperties: Readonly<Record<string, string>> = {
  "node.environment": "sandbox",
  "node.bind-ip": "127.0.0.1",
  // Else the server calls itself by the address of a network card, where it does not listen, and no query ever runs.
  "node.internal-address": "127.0.0.1",
  "catalog.config-dir": "etc/catalog",
};

/** All the configuration of a server that is no container, by path under its `etc/`. PrestoDB gets no access rules. */
export function localFiles(version: string, port: number, location: string): Record<string, string> {
  const engine = engineOf(version);
  const catalogs = catalogFiles(version, location);
  if (engine === "presto") {
    return { ...catalogs, "config.properties": configFile(engine, port, localProperties) };
  }
  const properties = { ...localProperties, "access-control.config-files": "etc/access-control.properties" };
  return { ...catalogs, ...accessFiles("etc"), "config.properties": configFile(engine, port, properties) };
}
