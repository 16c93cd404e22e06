export { golden } from "./golden.js";
export { onEachTrino } from "./on-each-trino.js";
export { onPrestoDb } from "./on-presto-db.js";
export { missingServers, type TestServer, testServers } from "./test-servers.js";
