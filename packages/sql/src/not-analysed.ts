/** Thrown where a definition cannot be understood whole; `message` is a sentence part saying why. Never a pass. */
export class NotAnalysed extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "NotAnalysed";
  }
}
