import { generateKeyPairSync } from "node:crypto";
import { Octokit } from "@octokit/rest";
import { printSnapshot, snapshotPath } from "@schema-gate/contract";
import {
  type Acts,
  type BareRepository,
  bareRepository,
  type FaultPlan,
  type LoopbackGithub,
  type LoopbackOptions,
  startLoopbackGithub,
} from "@schema-gate/testing/github";
import { commitsOfGitHub } from "../src/github/commits/api-commits.js";
import type { Credentials } from "../src/github/octokit/client.js";
import { octokitGitHub } from "../src/github/octokit/octokit-github.js";
import { checkCommits } from "../src/judge/check-commits.js";
import type { Judge } from "../src/judge/judge-pull-request.js";
import type { Publication } from "../src/publish/publish-judgements.js";
import { type Reviewed, reviewPullRequest } from "../src/review-pull-request.js";

export const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const permissions = {
  checks: "write",
  contents: "read",
  issues: "write",
  pull_requests: "write",
  statuses: "write",
} as const;

/** Three leads, two of whom must agree; a person must look at what is risky. */
export const config = "leads: { members: [ada, grace, linus] }\nactions: { risky: acknowledge }\n";

/** The snapshot file of a view of `a.dev_prod_live` with these columns, each `name type`, by its path. */
export function snapshot(name: string, ...columns: readonly string[]): Record<string, string> {
  const view = {
    catalog: "a",
    schema: "dev_prod_live",
    name,
    kind: "view",
    security: "definer",
    comment: null,
    definition: null,
  } as const;
  const typed = columns.map((column) => {
    const [columnName = "", ...type] = column.split(" ");
    return { name: columnName, type: type.join(" "), nullable: null, comment: null };
  });
  return { [`snapshots/${snapshotPath(view)}`]: printSnapshot({ ...view, columns: typed }) };
}

export const publication: Publication = { name: "schema-gate", reportUrl: null };
export const asOf = "2026-11-22";

/** A loopback GitHub with `acme/views`: one published view on `main`, an app that judges, and a job's token. */
export class Scene {
  readonly github: LoopbackGithub;
  readonly bare: BareRepository;
  readonly acme: Acts;
  /** The first commit of `main`. */
  readonly root: string;
  private faults: FaultPlan = () => null;

  private constructor(
    github: LoopbackGithub,
    bare: BareRepository,
    root: string,
    setPlan: (plan: () => FaultPlan) => void,
  ) {
    this.github = github;
    this.bare = bare;
    this.root = root;
    this.acme = github.in("acme/views");
    setPlan(() => this.faults);
  }

  static async start(files: Record<string, string> = {}, options: Partial<LoopbackOptions> = {}): Promise<Scene> {
    const bare = bareRepository();
    const published = snapshot("tasks_v1", "task_id varchar", "status varchar");
    const root = bare.commit({ branch: "main", files: { "schema-gate.yaml": config, ...published, ...files } });
    let plan: () => FaultPlan = () => () => null;
    const github = await startLoopbackGithub({
      repositories: [{ fullName: "acme/views", gitDir: bare.directory, roles: { ada: "admin" } }],
      organizations: ["acme"],
      tokens: {
        job: { job: "acme/views", permissions },
        "no-checks": { job: "acme/views", permissions: { ...permissions, checks: "read" } },
        "statuses-only": {
          job: "acme/views",
          permissions: { contents: "read", pull_requests: "read", checks: "read", statuses: "write" },
        },
        "reading-only": { job: "acme/views", permissions: { contents: "read", pull_requests: "read", checks: "read" } },
      },
      apps: [{ id: 7, slug: "schema-gate", publicKey, permissions, installations: [{ id: 70, account: "acme" }] }],
      faults: (asked) => plan()(asked),
      ...options,
    });
    return new Scene(github, bare, root, (set) => {
      plan = set;
    });
  }

  /** What goes wrong from now on. */
  break(plan: FaultPlan): void {
    this.faults = plan;
  }

  /** What judges as the app, or as whom a token stands for. */
  judge(token?: string): Judge {
    const app: Credentials = { kind: "app", appId: 7, privateKey, installation: 70 };
    const credentials: Credentials = token === undefined ? app : { kind: "token", token };
    const github = octokitGitHub({
      apiUrl: this.github.url,
      owner: "acme",
      repository: "views",
      credentials,
      second: 1,
    });
    return { github, commits: commitsOfGitHub(github), checkCommits, asOf };
  }

  review(number: number, token?: string): Promise<Reviewed> {
    return reviewPullRequest(this.judge(token), publication, number);
  }

  /** Commits to a branch off `main` and opens a pull request with it. */
  async open(
    branch: string,
    files: Record<string, string | null>,
    more: { author?: string; base?: string; from?: string; links?: Record<string, string> } = {},
  ): Promise<{ number: number; head: string }> {
    const { author = "eve", base = "main", from = "main", links = {} } = more;
    const head = this.bare.commit({
      branch,
      from,
      files,
      links,
      author: { name: author, email: `${author}@users.noreply.github.com` },
    });
    const { number } = await this.acme.openPullRequest({ head: branch, author, base });
    return { number, head };
  }

  /** Every check at a commit, the newest first: who wrote it, how it ended, its title and how many annotations it has. */
  async checks(commit: string) {
    const { data } = await this.reader().checks.listForRef({
      ...this.place,
      ref: commit,
      filter: "all",
      per_page: 100,
    });
    return data.check_runs.map(({ app, name, status, conclusion, output }) => ({
      check: `${app?.slug}: ${name}`,
      ended: status === "completed" ? conclusion : status,
      title: output.title,
      annotations: output.annotations_count,
    }));
  }

  async summary(commit: string): Promise<string> {
    const { data } = await this.reader().checks.listForRef({ ...this.place, ref: commit });
    return data.check_runs[0]?.output.summary ?? "";
  }

  /** The titles of the annotations of the newest check, in order. */
  async annotations(commit: string): Promise<readonly string[]> {
    const octokit = this.reader();
    const { data } = await octokit.checks.listForRef({ ...this.place, ref: commit });
    const check_run_id = data.check_runs[0]?.id ?? 0;
    const all = await octokit.paginate(octokit.checks.listAnnotations, { ...this.place, check_run_id, per_page: 100 });
    return all.map(
      ({ title, annotation_level, path, start_line }) => `${annotation_level} ${title} ${path}:${start_line}`,
    );
  }

  /** Every comment on a pull request: who wrote it, and its first line after our marker. */
  async comments(number: number): Promise<readonly string[]> {
    const { data } = await this.reader().issues.listComments({ ...this.place, issue_number: number, per_page: 100 });
    return data.map(({ user, body }) => `${user?.login}: ${body?.replace(/^<!--.*-->\n/, "").split("\n")[0]}`);
  }

  async commentBody(number: number): Promise<string> {
    const { data } = await this.reader().issues.listComments({ ...this.place, issue_number: number });
    return data[0]?.body ?? "";
  }

  async statuses(commit: string) {
    const { data } = await this.reader().repos.listCommitStatusesForRef({ ...this.place, ref: commit });
    return data.map(({ context, state, description }) => ({ context, state, description }));
  }

  async end(): Promise<void> {
    this.faults = () => null;
    try {
      await this.github.close();
    } finally {
      this.bare.remove();
    }
  }

  private readonly place = { owner: "acme", repo: "views" } as const;

  private reader(): Octokit {
    return new Octokit({ baseUrl: this.github.url, auth: "job" });
  }
}
