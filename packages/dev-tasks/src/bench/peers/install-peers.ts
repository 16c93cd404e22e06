import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { cacheFolder, fillOnce } from "@schema-gate/sandbox";

/**
 * Installs packages of exact versions into a cache folder outside the repository, once, and returns its `node_modules`. They are
 * nobody's dependencies: whoever installs or builds the product never sees them. No script of theirs is run.
 */
export async function installPeers(packages: Readonly<Record<string, string>>): Promise<string> {
  const named = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const key = createHash("sha256").update(named.sort().join(" ")).digest("hex").slice(0, 12);
  const folder = join(cacheFolder(process.env, homedir()), "peers", key);
  await fillOnce(folder, async (unfinished) => {
    writeFileSync(join(unfinished, "package.json"), '{ "private": true }\n');
    const quiet = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    execFileSync("npm", ["install", ...quiet, "--prefix", unfinished, ...named], {
      cwd: unfinished,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      shell: process.platform === "win32",
    });
  });
  return join(folder, "node_modules");
}
