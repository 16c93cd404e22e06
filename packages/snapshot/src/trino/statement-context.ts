import type { Clock } from "./clock.js";
import type { Connection } from "./connection.js";
import type { RequestSettings } from "./request-settings.js";
import type { Logger } from "./trino-port.js";

/** What all statements of one port share. */
export interface StatementContext {
  readonly connection: Connection;
  readonly settings: RequestSettings;
  readonly logger: Logger;
  readonly clock: Clock;
}
