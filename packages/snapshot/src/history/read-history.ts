import { isUtf8 } from "node:buffer";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { UserError } from "@schema-gate/contract";
import { ifMissing, systemErrorCode } from "../system-error.js";

/** The longest history that is read, in bytes: a change a day of the widest view known, for decades. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Without a link followed, and without waiting for whoever writes into a pipe. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes of a history; `null` where none was begun. `shown` is how a person would name it. */
export async function readHistoryBytes(path: string, shown: string): Promise<Buffer | null> {
  const file = await open(path, FLAGS).catch((error) => {
    if (systemErrorCode(error) === "ELOOP") throw refusal(shown, "it is a symbolic link");
    return ifMissing(null)(error);
  });
  if (file === null) return null;
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw refusal(shown, "it is not a plain file");
    if (stat.size > MAX_BYTES) throw refusal(shown, `it has ${stat.size} bytes, and a history ${MAX_BYTES} at most`);
    const bytes = await file.readFile();
    if (!isUtf8(bytes)) throw refusal(shown, "it is not UTF-8");
    return bytes;
  } finally {
    await file.close();
  }
}

function refusal(shown: string, reason: string): UserError {
  return new UserError("usage", `Cannot read ${shown}: ${reason}. Take it back as git has it, or delete it.`);
}
