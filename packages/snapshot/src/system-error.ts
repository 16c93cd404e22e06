/** What the file system says went wrong, such as `ENOENT`; `null` for errors that are not the system's. */
export function systemErrorCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("syscall" in error) || !("code" in error)) return null;
  return String(error.code);
}

/** For `.catch`: `fallback` when the file does not exist; every other failure stays one. */
export function ifMissing<Value>(fallback: Value): (error: unknown) => Value {
  return (error) => {
    if (systemErrorCode(error) === "ENOENT") return fallback;
    throw error;
  };
}

/** The sentence a system error carries. */
export function systemErrorText(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
