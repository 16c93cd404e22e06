export { golden } from "./golden.js";
export { onEachTrino } from "./on-each-trino.js";
export { missingServers, type TestServer, testServers } from "./test-servers.js";
