import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { UserError } from "@schema-gate/contract";

/** The app's private key as PEM, given as text or by the path of its file. */
export function readPrivateKey(text: string | undefined, file: string | undefined): string {
  if ((text === undefined) === (file === undefined))
    throw refuse("SCHEMA_GATE_PRIVATE_KEY or SCHEMA_GATE_PRIVATE_KEY_FILE must be set, and not both");
  // Where a variable can hold one line only, its ends are written as \n.
  const pem = file === undefined ? (text ?? "").replaceAll("\\n", "\n") : readKeyFile(file);
  const name = file === undefined ? "SCHEMA_GATE_PRIVATE_KEY" : "The file of SCHEMA_GATE_PRIVATE_KEY_FILE";
  let type: string | undefined;
  try {
    type = createPrivateKey(pem).asymmetricKeyType;
  } catch {
    // The reason is not passed on: it may quote the key.
    throw refuse(`${name} holds no private key in PEM`);
  }
  if (type !== "rsa") throw refuse(`${name} holds a key of another kind than RSA`);
  return pem;
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw refuse(`The file of SCHEMA_GATE_PRIVATE_KEY_FILE cannot be read (${(cause as NodeJS.ErrnoException).code})`);
  }
}

function refuse(reason: string): UserError {
  return new UserError("usage", `Cannot start: ${reason}. GitHub gives the key in the app's settings.`);
}
