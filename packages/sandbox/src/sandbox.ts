/** Where a sandbox comes from, in the order in which they are tried. */
export type SandboxSource = "url" | "docker" | "maven";

/** A running Trino or PrestoDB without data that the caller may do anything to. */
export interface Sandbox {
  /** Base URL without a trailing slash, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** As the server states it, such as `476` or PrestoDB's `0.296-8661b73`. */
  readonly version: string;
  readonly source: SandboxSource;
  /** Everything the server printed; gone after `stop`, kept when it ended otherwise. `null` for a server that somebody else runs. */
  readonly logFile: string | null;
  /** The server's process (with Docker, its `docker run`); `null` for a server that somebody else runs. */
  readonly pid: number | null;
  /** Resolves once the server is gone, whatever ended it; never for a server that somebody else runs. */
  readonly gone: Promise<void>;
  /** Ends the server and resolves once it is gone; does nothing to a server that somebody else runs. */
  stop(): Promise<void>;
  /** Ends the server without letting it finish anything, as a crash would; refused for a server that somebody else runs. */
  kill(): Promise<void>;
}

export interface SandboxOptions {
  /** Version such as `476`, or PrestoDB's `0.296`; by default the newest Trino that can be had here. */
  readonly version?: string;
  /** Listen on this port of loopback; by default on one that is free. */
  readonly port?: number;
  /** Use this running server instead of starting one. It must have memory catalogs as `sandboxCatalogs` names them. */
  readonly url?: string;
  /** Whether it will answer queries for long: it starts more slowly and takes more memory, and is faster after a while. */
  readonly longRunning?: boolean;
  /** Told one sentence before each step that takes longer than a moment. */
  readonly onProgress?: (sentence: string) => void;
}
