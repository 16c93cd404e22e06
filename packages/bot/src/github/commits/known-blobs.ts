import { createHash } from "node:crypto";
import { UserError } from "@schema-gate/contract";
import { MAX_FILE_BYTES } from "@schema-gate/gate";
import type { GitObjects } from "../git-objects.js";
import { GitHubError } from "../github-error.js";

/** Bytes of blobs that are kept; what comes after them is read again when it is asked for again. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** Blobs, each asked for once, alone or together with others; what one holds is what its id says, or it is refused. */
export class KnownBlobs {
  private readonly objects: GitObjects;
  private readonly alone = new Map<string, Promise<Buffer>>();
  /** `null` for what has to be asked for alone. */
  private readonly together = new Map<string, Promise<Buffer | null>>();
  private kept = 0;

  constructor(objects: GitObjects) {
    this.objects = objects;
  }

  /** Those that can be had together, `null` for the others. */
  blobs(ids: readonly string[]): Promise<readonly (Buffer | null)[]> {
    const unknown = [...new Set(ids)].filter((id) => !this.together.has(id) && !this.alone.has(id));
    if (unknown.length > 0) this.askTogether(unknown);
    return Promise.all(ids.map((id) => this.alone.get(id) ?? this.together.get(id) ?? null));
  }

  async blob(id: string): Promise<Buffer> {
    const known = await this.together.get(id);
    if (known) return known;
    const reading = this.alone.get(id) ?? this.askAlone(id);
    this.alone.set(id, reading);
    return reading;
  }

  private askTogether(ids: readonly string[]): void {
    const answers = this.objects.blobs(ids);
    for (const [index, id] of ids.entries()) {
      const reading = answers.then((all) => {
        const bytes = all[index] ?? null;
        return bytes !== null && idOf(bytes) === id ? this.keep(this.together, id, bytes) : null;
      });
      // Whoever asks for what could not be read is told so then.
      reading.catch(() => {});
      this.together.set(id, reading);
    }
  }

  private async askAlone(id: string): Promise<Buffer> {
    const bytes = await this.objects.blob(id);
    if (bytes.length > MAX_FILE_BYTES) {
      throw new UserError("usage", `Blob ${id} has ${bytes.length} bytes; a file may have ${MAX_FILE_BYTES} at most.`);
    }
    const found = idOf(bytes);
    if (found === id) return this.keep(this.alone, id, bytes);
    throw new GitHubError("unreachable", "unclear", `GitHub's answer for blob ${id} is not that blob, but ${found}.`);
  }

  private keep(known: Map<string, unknown>, id: string, bytes: Buffer): Buffer {
    this.kept += bytes.length;
    if (this.kept > KEPT_BYTES) known.delete(id);
    return bytes;
  }
}

function idOf(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
