import { generateKeyPairSync } from "node:crypto";
import {
  type BareRepository,
  bareRepository,
  type FaultPlan,
  type LoopbackGithub,
  seededFaults,
  startLoopbackGithub,
} from "@schema-gate/testing/github";
import { snapshotOf } from "./pull-requests.js";

/** Where everything happens. */
export const repositoryName = "acme/views";
/** The app's number, and the secret its deliveries are signed with. */
export const app = { id: 7, secret: "signed with this and nothing else" } as const;

/** A GitHub that fails often, with a repository of one view for each pull request to come. */
export interface Scene {
  readonly github: LoopbackGithub;
  readonly repository: BareRepository;
  /** PEM. */
  readonly privateKey: string;
  /** Nothing fails any more. */
  calm(): void;
  end(): Promise<void>;
}

/** How many of a hundred requests fail, and how. */
const faults = [
  { share: 0.02, fault: { kind: "status", status: 502 } },
  { share: 0.02, fault: { kind: "status", status: 500 } },
  { share: 0.02, fault: { kind: "drop" } },
  { share: 0.02, fault: { kind: "lost-reply" } },
  { share: 0.02, fault: { kind: "secondary-rate-limit", retryAfter: 1 } },
  { share: 0.002, fault: { kind: "primary-rate-limit" } },
] as const;

export async function startScene(pullRequests: number, seed: number): Promise<Scene> {
  const repository = bareRepository();
  const files: Record<string, string> = {};
  for (let number = 1; number <= pullRequests; number++) Object.assign(files, snapshotOf(number, null));
  repository.commit({ branch: "main", files });
  repository.git("branch", "release", "main");
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  let isCalm = false;
  const plan = seededFaults(seed, faults);
  const github = await startGithub(repository, publicKey, (asked) => (isCalm ? null : plan(asked)));
  return {
    github,
    repository,
    privateKey,
    calm() {
      isCalm = true;
    },
    async end() {
      await github.close().finally(() => repository.remove());
    },
  };
}

function startGithub(repository: BareRepository, publicKey: string, plan: FaultPlan): Promise<LoopbackGithub> {
  const permissions = { checks: "write", contents: "read", issues: "write", pull_requests: "write" } as const;
  return startLoopbackGithub({
    repositories: [{ fullName: repositoryName, gitDir: repository.directory, roles: { ann: "admin", bob: "write" } }],
    tokens: { onlooker: { user: "ann" } },
    apps: [{ id: app.id, slug: "schema-gate", publicKey, permissions, installations: [{ id: 70, account: "acme" }] }],
    // What is used up is there again soon: else there would be nothing to see for an hour.
    limits: { hour: 1 },
    faults: plan,
  });
}
