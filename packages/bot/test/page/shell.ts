import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What somebody sees who pasted a block: everything printed, and how many of its commands failed. */
export interface Pasted {
  readonly shown: string;
  readonly failed: number;
}

/** One bash that blocks are pasted into, one after the other. */
export class Shell {
  readonly folder = mkdtempSync(join(tmpdir(), "page-"));
  private readonly bash: ChildProcess;
  private shown = "";
  private waiting: (() => void) | null = null;

  constructor(env: NodeJS.ProcessEnv) {
    const own = { PATH: process.env.PATH, HOME: this.folder, GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C.UTF-8" };
    // A group of its own, so that what a block left running in the background ends with it.
    this.bash = spawn("bash", ["--noprofile", "--norc"], {
      cwd: this.folder,
      env: { ...own, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
    });
    const note = (part: Buffer) => {
      this.shown += part.toString("utf8");
      this.waiting?.();
    };
    this.bash.stdout?.on("data", note);
    this.bash.stderr?.on("data", note);
    this.bash.on("close", () => this.waiting?.());
    this.bash.stdin?.write("exec 2>&1; set -o pipefail\n");
  }

  async paste(block: string): Promise<Pasted> {
    const mark = randomUUID();
    const file = join(this.folder, `${mark}.sh`);
    writeFileSync(file, block);
    this.shown = "";
    const counted = "failed=0; trap 'failed=$((failed + 1))' ERR";
    this.bash.stdin?.write(`${counted}; source ${file} < /dev/null; trap - ERR; echo "${mark} $failed"\n`);
    const end = new RegExp(`${mark} (\\d+)\\n`);
    while (!end.test(this.shown)) {
      if (this.bash.exitCode !== null) throw new Error(`bash ended in the block:\n${block}\n${this.shown}`);
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    }
    rmSync(file);
    const [, failed = ""] = end.exec(this.shown) ?? [];
    return { shown: this.shown.replace(end, ""), failed: Number(failed) };
  }

  end(): void {
    if (this.bash.pid !== undefined) process.kill(-this.bash.pid, "SIGTERM");
    rmSync(this.folder, { recursive: true });
  }
}
