import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory, writeFiles } from "./temporary-directory.js";

/** A real git repository in a temporary directory, on the branch `main`. */
export class TemporaryRepository {
  readonly directory: string;

  constructor(directory = temporaryDirectory()) {
    this.directory = directory;
    this.git("init", "--quiet", "--initial-branch=main");
  }

  /** Runs git here, untouched by the configuration of whoever runs the tests, and returns what it prints. */
  git(...args: readonly string[]): string {
    return this.gitAt("2026-01-01T12:00:00Z", ...args);
  }

  write(files: Readonly<Record<string, string | Buffer>>): void {
    writeFiles(this.directory, files);
  }

  remove(...paths: readonly string[]): void {
    for (const path of paths) rmSync(join(this.directory, path), { recursive: true });
  }

  /** Commits everything that stands in the working tree at this time, and returns the commit. */
  commit(at = "2026-01-01T12:00:00Z"): string {
    this.git("add", "--all");
    this.gitAt(at, "commit", "--quiet", "--allow-empty", "--message=change");
    return this.git("rev-parse", "HEAD").trim();
  }

  gitAt(at: string, ...args: readonly string[]): string {
    const person = { GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.com" };
    const committer = { GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.com", GIT_COMMITTER_DATE: at };
    const config = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    return execFileSync("git", [...args], {
      cwd: this.directory,
      encoding: "utf8",
      env: { PATH: process.env.PATH, ...person, ...committer, ...config },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }
}
