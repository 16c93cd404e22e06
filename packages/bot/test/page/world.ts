import { generateKeyPairSync } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Acts,
  type BareRepository,
  bareRepository,
  type LoopbackGithub,
  startLoopbackGithub,
} from "@schema-gate/testing/github";
import { Shell } from "./shell.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

export { privateKey };

/** The app as the page has it made: with these permissions and no others. */
const permissions = { contents: "read", pull_requests: "write", checks: "write", metadata: "read" } as const;

/** A GitHub with an empty repository, a release of Schema Gate, and a stranger at a shell who may administer the former. */
export class World {
  readonly views: Acts;
  readonly shell: Shell;
  readonly github: LoopbackGithub;
  readonly viewsGit: BareRepository;
  private readonly gateGit: BareRepository;

  private constructor(
    github: LoopbackGithub,
    viewsGit: BareRepository,
    gateGit: BareRepository,
    env: NodeJS.ProcessEnv,
  ) {
    this.github = github;
    this.viewsGit = viewsGit;
    this.gateGit = gateGit;
    this.views = github.in("acme/views");
    this.shell = new Shell({ ...signedIn(github.url), ...env });
  }

  /** `dist` is what a release is built of; `env` is what the stranger has in the environment. */
  static async start(dist: string, env: NodeJS.ProcessEnv = {}): Promise<World> {
    const [viewsGit, gateGit] = [bareRepository(), bareRepository()];
    gateGit.commit({ branch: "main", files: releaseOf(dist) });
    gateGit.git("tag", "v0.1.0", "main");
    const github = await startLoopbackGithub({
      repositories: [
        { fullName: "acme/views", gitDir: viewsGit.directory, roles: { dana: "admin" } },
        { fullName: "schema-gate/schema-gate", gitDir: gateGit.directory, private: false },
      ],
      organizations: ["acme", "schema-gate"],
      tokens: { "dana's": { user: "dana" } },
      apps: [{ id: 7, slug: "our-gate", publicKey, permissions, installations: [{ id: 70, account: "acme" }] }],
    });
    return new World(github, viewsGit, gateGit, env);
  }

  async end(): Promise<void> {
    this.shell.end();
    await this.github.close();
    this.viewsGit.remove();
    this.gateGit.remove();
  }
}

/** The tree of a release, as far as it is run. */
function releaseOf(dist: string): Record<string, string> {
  const files = readdirSync(dist).map((name) => [`dist/${name}`, readFileSync(join(dist, name), "utf8")]);
  const kept = ["action.yml", "package.json"].map((name) => [name, readFileSync(join(root, name), "utf8")]);
  return Object.fromEntries([...files, ...kept]);
}

/** Somebody who is signed in: git sends a token, and the page is told where GitHub is. */
function signedIn(url: string): NodeJS.ProcessEnv {
  const basic = Buffer.from("dana:dana's").toString("base64");
  const who = { NAME: "dana", EMAIL: "dana@users.noreply.github.com" };
  return {
    GITHUB_SERVER_URL: url,
    GITHUB_API_URL: url,
    GITHUB_REPOSITORY: "acme/views",
    GH_TOKEN: "dana's",
    ...Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((role) =>
        Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value]),
      ),
    ),
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: "http.extraHeader",
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
    GIT_CONFIG_KEY_1: "init.defaultBranch",
    GIT_CONFIG_VALUE_1: "main",
  };
}
