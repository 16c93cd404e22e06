import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { type Contract, printBundle, printSnapshot, snapshotPath } from "@schema-gate/contract";
import {
  type Acts,
  type BareRepository,
  bareRepository,
  type FaultPlan,
  type LoopbackGithub,
  startLoopbackGithub,
} from "@schema-gate/testing/github";
import { stepLine } from "../../src/drift/issues/step-line.js";
import type { DriftReport } from "../../src/drift/read-report.js";
import { type NightlyDrift, reportDrift } from "../../src/drift/report-drift.js";
import type { DriftGitHub } from "../../src/github/drift-github.js";
import type { Credentials } from "../../src/github/octokit/client.js";
import { octokitDriftGitHub } from "../../src/github/octokit/octokit-drift-github.js";

export const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const permissions = { contents: "write", issues: "write", pull_requests: "write", metadata: "read" } as const;

export const config = `formatVersion: 1
publicSchemas: [dev_prod_live]
profiles:
  production: { server: "http://127.0.0.1:1", catalog: a, schemas: [dev_prod_live], user: drift }
`;

/** Snapshot files below `snapshots/`, by path. */
export function snapshots(...views: readonly Contract[]): Record<string, string> {
  return Object.fromEntries(views.map((each) => [`snapshots/${snapshotPath(each)}`, printSnapshot(each)]));
}

const place = { owner: "acme", repo: "views" } as const;

/** A loopback GitHub with `acme/views`, an app that reports drift there, the token of a job, and people. */
export class DriftScene {
  readonly acme: Acts;
  readonly folder = mkdtempSync(join(tmpdir(), "report-drift-"));

  readonly github: LoopbackGithub;
  readonly bare: BareRepository;
  private readonly setFaults: (plan: FaultPlan) => void;

  private constructor(github: LoopbackGithub, bare: BareRepository, setFaults: (plan: FaultPlan) => void) {
    this.github = github;
    this.bare = bare;
    this.setFaults = setFaults;
    this.acme = github.in("acme/views");
  }

  static async start(files: Record<string, string> = {}): Promise<DriftScene> {
    const bare = bareRepository();
    bare.commit({ branch: "main", files: { "schema-gate.yaml": config, "README.md": "Views.\n", ...files } });
    let plan: FaultPlan = () => null;
    const github = await startLoopbackGithub({
      repositories: [{ fullName: "acme/views", gitDir: bare.directory, roles: { ada: "admin", eve: "read" } }],
      organizations: ["acme"],
      tokens: { job: { job: "acme/views", permissions }, ada: { user: "ada" }, eve: { user: "eve" } },
      apps: [{ id: 7, slug: "schema-gate", publicKey, permissions, installations: [{ id: 70, account: "acme" }] }],
      faults: (asked) => plan(asked),
    });
    return new DriftScene(github, bare, (set) => {
      plan = set;
    });
  }

  /** What goes wrong from now on. */
  break(plan: FaultPlan): void {
    this.setFaults(plan);
  }

  /** GitHub as the app sees it, or whom a token stands for. */
  as(token?: string): DriftGitHub {
    const app: Credentials = { kind: "app", appId: 7, privateKey, installation: 70 };
    const credentials: Credentials = token === undefined ? app : { kind: "token", token };
    return octokitDriftGitHub({ apiUrl: this.github.url, owner: "acme", repository: "views", credentials, second: 1 });
  }

  /** Tells of a night, and gives what was done. */
  async tell(report: DriftReport, more: Partial<NightlyDrift> & { token?: string } = {}): Promise<readonly string[]> {
    const { token, ...night } = more;
    const defaults = { reportUrl: null, observed: null, mostIssues: 20 };
    const done: string[] = [];
    const told = {
      onStep: (step: Parameters<typeof stepLine>[0]) => done.push(stepLine(step)),
      onPullRequest: ({ kind }: { kind: string }) => done.push(`pull request: ${kind}`),
    };
    await reportDrift(this.as(token), { report, ...defaults, ...night }, told);
    return done;
  }

  /** The file of views, as the job that looks at live Trino leaves it behind. */
  observed(...views: readonly Contract[]): string {
    const file = join(mkdtempSync(join(this.folder, "night-")), "observed.json");
    writeFileSync(file, printBundle(views));
    return file;
  }

  /** Every issue: number, author, state, title, labels and what its text begins with. */
  async issues(): Promise<readonly string[]> {
    const { data } = await this.reader().issues.listForRepo({
      ...place,
      state: "all",
      direction: "asc",
      per_page: 100,
    });
    return data
      .filter(({ pull_request }) => pull_request === undefined)
      .map(({ number, user, state, state_reason, title, labels, body }) => {
        const names = labels.map((label) => (typeof label === "string" ? label : label.name)).join(" ");
        const stands = state === "open" ? state : `${state} ${state_reason}`;
        return `#${number} ${user?.login} ${stands} [${names}] ${title}: ${firstLine(body ?? "")}`;
      });
  }

  async body(number: number): Promise<string> {
    return (await this.reader().issues.get({ ...place, issue_number: number })).data.body ?? "";
  }

  comments(number: number): readonly string[] {
    return this.acme.commentsOn(number).map(({ author, body }) => `${author}: ${firstLine(body)}`);
  }

  /** Every pull request: number, author, state, title and where it leads. */
  async pullRequests(): Promise<readonly string[]> {
    const { data } = await this.reader().pulls.list({ ...place, state: "all", sort: "created", direction: "asc" });
    return data.map(({ number, user, state, merged_at, title, head, base }) => {
      const stands = merged_at === null ? state : "merged";
      return `#${number} ${user?.login} ${stands} ${head.ref} -> ${base.ref}: ${title}`;
    });
  }

  /** What a branch changes since it left main, by path; `null` for a file that is gone. */
  changes(branch: string): Record<string, string | null> {
    const paths = this.bare.git("diff", "--name-only", `main...${branch}`).split("\n").filter(Boolean);
    return Object.fromEntries(
      paths.map((path) => [path, this.bare.git("ls-tree", branch, path) === "" ? null : this.read(branch, path)]),
    );
  }

  read(branch: string, path: string): string {
    return `${this.bare.git("show", `${branch}:${path}`)}\n`;
  }

  hasBranch(branch: string): boolean {
    return this.bare.git("for-each-ref", `refs/heads/${branch}`) !== "";
  }

  /** GitHub as a person with the right to write. */
  person(token = "ada"): Octokit {
    return new Octokit({ baseUrl: this.github.url, auth: token });
  }

  async end(): Promise<void> {
    this.setFaults(() => null);
    try {
      await this.github.close();
    } finally {
      this.bare.remove();
      rmSync(this.folder, { recursive: true });
    }
  }

  private reader(): Octokit {
    return this.person();
  }
}

/** The first line after our markers. */
function firstLine(body: string): string {
  return body.replace(/^<!-- .* -->\r?\n/, "").split("\n")[0] ?? "";
}
