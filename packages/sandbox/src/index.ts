export {
  type AvailableSandbox,
  availableSandboxes,
  type MissingSandbox,
  type SandboxAvailability,
} from "./available-sandboxes.js";
export { cacheFolder } from "./cache-folder.js";
export { publishDevProdLive } from "./dev-prod-live/publish-dev-prod-live.js";
export { fillOnce } from "./fill-once.js";
export { runSql, SqlRefused } from "./query/run-sql.js";
export type { Sandbox, SandboxOptions, SandboxSource } from "./sandbox.js";
export { engineOf, type ServerEngine, serverName } from "./server/engine.js";
export { hasIceberg } from "./server/iceberg.js";
export { sandboxCatalogs } from "./server/server-files.js";
export { startSandbox } from "./start-sandbox.js";
