/** `usage`: wrong input, configuration or call (exit 2). `unreachable`: Trino, git or GitHub could not be asked (exit 3). */
export type UserErrorKind = "usage" | "unreachable";

/** The one error meant for people: its message says what is wrong, where, and what to do next. */
export class UserError extends Error {
  readonly kind: UserErrorKind;

  constructor(kind: UserErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UserError";
    this.kind = kind;
  }
}
