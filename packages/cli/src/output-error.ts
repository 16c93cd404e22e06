/** A result that was found and could not be said: the disk is full, or what it was written to is gone. */
export class OutputError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "OutputError";
  }
}
