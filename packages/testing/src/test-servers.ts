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

/** The versions the test runner could not start, from its variable SCHEMA_GATE_MISSING_SERVERS; without a runner, all. */
export function missingServers(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const text = environment.SCHEMA_GATE_MISSING_SERVERS;
  if (text !== undefined) return text.split(" ").filter((version) => version !== "");
  return environment.SCHEMA_GATE_TEST_SERVERS ? [] : ["(none started)"];
}

function isTestServer(value: unknown): value is TestServer {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "version") === "string" &&
    typeof Reflect.get(value, "url") === "string"
  );
}
