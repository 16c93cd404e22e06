import { type Git, gitIn } from "../git/git.js";
import type { Account, Role } from "./account.js";
import type { CheckRun, CheckSuite, CommitStatus } from "./check.js";
import type { Issue, Label } from "./issue.js";
import type { Pull } from "./pull.js";

/** A status check a branch requires, `appId` null when anybody may report it. */
export interface RequiredCheck {
  readonly context: string;
  readonly appId: number | null;
}

/** What must hold before something is merged into a branch. */
export interface Protection {
  checks: readonly RequiredCheck[];
  /** The pull request must contain the base branch's tip. */
  strict: boolean;
  enforceAdmins: boolean;
}

/** A file a workflow run left behind. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly headSha: string;
  readonly headBranch: string;
  readonly createdAt: string;
  readonly zip: Buffer;
}

/** A repository: its git data is a real bare repository, all else is in memory. */
export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly fullName: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  /** Full name of what this was forked from. */
  readonly forkOf: string | null;
  readonly git: Git;
  readonly roles: Map<string, Role>;
  readonly issues: Map<number, Issue>;
  /** Numbers of issues that are no longer here: no other ever gets them. */
  readonly removedIssues: Set<number>;
  readonly pulls: Map<number, Pull>;
  readonly labels: Map<string, Label>;
  readonly suites: CheckSuite[];
  readonly runs: CheckRun[];
  readonly statuses: CommitStatus[];
  readonly protection: Map<string, Protection>;
  readonly artifacts: Artifact[];
  readonly createdAt: string;
}

/** What a test says of a repository. */
export interface RepositoryOptions {
  /** As in `acme/views`. */
  readonly fullName: string;
  /** A bare repository on disk. */
  readonly gitDir: string;
  readonly private?: boolean;
  readonly defaultBranch?: string;
  readonly forkOf?: string;
  /** Who may do what, by login; the owner is an admin. */
  readonly roles?: Readonly<Record<string, Role>>;
}

export function newRepository(options: RepositoryOptions, id: number, owner: Account, createdAt: string): Repository {
  const name = options.fullName.slice(options.fullName.indexOf("/") + 1);
  return {
    id,
    owner,
    name,
    fullName: `${owner.login}/${name}`,
    private: options.private ?? true,
    defaultBranch: options.defaultBranch ?? "main",
    forkOf: options.forkOf ?? null,
    git: gitIn(options.gitDir),
    roles: new Map([[owner.login, "admin"], ...Object.entries(options.roles ?? {})]),
    issues: new Map(),
    removedIssues: new Set(),
    pulls: new Map(),
    labels: new Map(),
    suites: [],
    runs: [],
    statuses: [],
    protection: new Map(),
    artifacts: [],
    createdAt,
  };
}
