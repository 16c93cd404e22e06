/** A Trino server that was started for the engine tests. */
export interface TestServer {
  /** As the server itself states it, such as `476`. */
  readonly version: string;
  readonly url: string;
}

/** The servers the test runner started, from its variable SCHEMA_GATE_TEST_SERVERS (a JSON list); none when it is not set. */
export function testServers(environment: NodeJS.ProcessEnv = process.env): readonly TestServer[] {
  const text = environment.SCHEMA_GATE_TEST_SERVERS;
  if (!text) return [];
  const servers: unknown = JSON.parse(text);
  if (Array.isArray(servers) && servers.every(isTestServer)) return servers;
  throw new Error(`SCHEMA_GATE_TEST_SERVERS must be a JSON list of {"version", "url"}, it is ${text}`);
}

function isTestServer(value: unknown): value is TestServer {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "version") === "string" &&
    typeof Reflect.get(value, "url") === "string"
  );
}
