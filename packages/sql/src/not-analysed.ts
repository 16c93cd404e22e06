/** Thrown where a definition cannot be understood whole; `message` is a sentence part saying why. Never a pass. */
export class NotAnalysed extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "NotAnalysed";
  }
}

/**
 * Why a text was not analysed, from what was thrown on the way; anything else is thrown on. Most texts that nest too deep are told
 * by their brackets before they are parsed; some nest without any, `NOT NOT …` or `x -> y -> …`, and are found by the stack.
 */
export function reasonNotAnalysed(error: unknown): string {
  if (error instanceof NotAnalysed) return error.message;
  if (error instanceof RangeError && error.message === "Maximum call stack size exceeded")
    return "it is nested too deep";
  throw error;
}
