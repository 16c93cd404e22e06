import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { Socket } from "node:net";
import { BatchOutput } from "./batch-output.js";
import { gitFailed, headOf, notStarted, startGit } from "./run-git.js";

const ARGS = ["cat-file", "--batch"];

/** How long the process waits for the next request, in milliseconds; whoever asks later gets a new one. */
const PATIENCE = 1000;

interface Request {
  readonly ids: readonly string[];
  readonly onBlob: (index: number, bytes: Buffer) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One git that reads blobs for whoever asks, request after request: a comparison asks for both sides and in batches, and
 * starting a git for each would cost more than all the reading. It ends by itself when nobody asks any more, and keeps no
 * program from ending.
 */
export class BlobProcess {
  /** Nobody is served any more. */
  isOver = false;
  private readonly git: ChildProcessWithoutNullStreams;
  private readonly output: BatchOutput;
  private readonly requests: Request[] = [];
  /** Blobs of the first request that were handed on. */
  private count = 0;
  private patience: NodeJS.Timeout | undefined;

  constructor(directory: string) {
    this.git = startGit(directory, ARGS);
    this.output = new BatchOutput({
      nextId: () => this.requests[0]?.ids[this.count],
      onBlob: (bytes) => this.handOn(bytes),
    });
    const stderr = headOf(this.git.stderr);
    this.git.stdout.on("data", (chunk: Buffer) => this.receive(chunk));
    // A git that stops early closes its input; its exit code and message say why.
    this.git.stdin.on("error", () => {});
    this.git.on("error", (cause) => this.end(notStarted(directory, cause)));
    this.git.on("close", () => this.end(gitFailed(ARGS, stderr())));
    this.rest();
  }

  /** Reads blobs by their ids and hands each on, in the order asked for. */
  read(ids: readonly string[], onBlob: Request["onBlob"]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.requests.push({ ids, onBlob, resolve, reject });
      clearTimeout(this.patience);
      this.hold(true);
      this.git.stdin.write(ids.map((id) => `${id}\n`).join(""));
    });
  }

  private receive(chunk: Buffer): void {
    if (this.isOver) return;
    try {
      this.output.push(chunk);
    } catch (error) {
      this.git.kill();
      this.end(error);
    }
  }

  private handOn(bytes: Buffer): void {
    const [request] = this.requests;
    request?.onBlob(this.count++, bytes);
    if (!request || this.count < request.ids.length) return;
    this.count = 0;
    this.requests.shift();
    if (this.requests.length === 0) this.rest();
    request.resolve();
  }

  private rest(): void {
    this.hold(false);
    this.patience = setTimeout(() => {
      this.isOver = true;
      this.git.stdin.end();
    }, PATIENCE).unref();
  }

  /** Whether the program waits for this process. */
  private hold(waits: boolean): void {
    const { stdin, stdout, stderr } = this.git;
    const pipes = [stdin, stdout, stderr].filter((pipe) => pipe instanceof Socket);
    for (const handle of [this.git, ...pipes]) waits ? handle.ref() : handle.unref();
  }

  private end(error: unknown): void {
    this.isOver = true;
    clearTimeout(this.patience);
    for (const { reject } of this.requests.splice(0)) reject(error);
  }
}
