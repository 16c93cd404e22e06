export { golden } from "./golden.js";
export { onEachTrino } from "./on-each-trino.js";
export { type TestServer, testServers } from "./test-servers.js";
