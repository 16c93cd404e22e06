/** A server that was started for the engine tests. */
export interface TestServer {
  /** As the server itself states it, such as `476`, or `0.296-8661b73` of PrestoDB. */
  readonly version: string;
  readonly url: string;
}

/** The Trino servers the test runner started; none when it started none. */
export function testServers(environment: NodeJS.ProcessEnv = process.env): readonly TestServer[] {
  return startedServers(environment).filter(({ version }) => !isPrestoDb(version));
}

/** The same of PrestoDB. */
export function prestoDbServers(environment: NodeJS.ProcessEnv = process.env): readonly TestServer[] {
  return startedServers(environment).filter(({ version }) => isPrestoDb(version));
}

/** From the runner's variable SCHEMA_GATE_TEST_SERVERS, a JSON list. */
function startedServers(environment: NodeJS.ProcessEnv): readonly TestServer[] {
  const text = environment.SCHEMA_GATE_TEST_SERVERS;
  if (!text) return [];
  const servers: unknown = JSON.parse(text);
  if (Array.isArray(servers) && servers.every(isTestServer)) return servers;
  throw new Error(`SCHEMA_GATE_TEST_SERVERS must be a JSON list of {"version", "url"}, it is ${text}`);
}

/** The Trino versions the test runner could not start; where there is none at all, that is said. */
export function missingServers(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const versions = notStarted(environment).filter((version) => !isPrestoDb(version));
  return orNone(versions, testServers(environment));
}

/** The same of PrestoDB. */
export function missingPrestoDbServers(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  return orNone(notStarted(environment).filter(isPrestoDb), prestoDbServers(environment));
}

/** From the runner's variable SCHEMA_GATE_MISSING_SERVERS. */
function notStarted({ SCHEMA_GATE_MISSING_SERVERS: text = "" }: NodeJS.ProcessEnv): readonly string[] {
  return text.split(" ").filter((version) => version !== "");
}

/** Without a runner, or with servers started by hand, nobody says what is missing. */
function orNone(missing: readonly string[], started: readonly TestServer[]): readonly string[] {
  return missing.length === 0 && started.length === 0 ? ["(none started)"] : missing;
}

/** Trino's versions are whole numbers, PrestoDB's have stayed below one. */
function isPrestoDb(version: string): boolean {
  return version.startsWith("0.");
}

function isTestServer(value: unknown): value is TestServer {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "version") === "string" &&
    typeof Reflect.get(value, "url") === "string"
  );
}
