import { UserError, type UserErrorKind } from "@schema-gate/contract";

/** The kind and message a call refuses its input with; anything else it does is thrown. */
export async function refusal(call: () => unknown): Promise<{ kind: UserErrorKind; message: string }> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: error.kind, message: error.message };
  }
  throw new Error("The call refused nothing.");
}

/** A refusal for wrong input. */
export function usage(message: string): { kind: UserErrorKind; message: string } {
  return { kind: "usage", message };
}
