import { UserError } from "@schema-gate/contract";
import * as z from "zod";
import type { RepositoryAccess } from "../../github/octokit/client.js";
import { accessOfApp } from "../../github/octokit/installation-of.js";
import { environment } from "../../server/settings/environment.js";
import { readPrivateKey } from "../../server/settings/private-key.js";

const shape = environment.shape;

const driftEnvironment = z.object({
  SCHEMA_GATE_APP_ID: shape.SCHEMA_GATE_APP_ID.optional(),
  SCHEMA_GATE_PRIVATE_KEY: shape.SCHEMA_GATE_PRIVATE_KEY,
  SCHEMA_GATE_PRIVATE_KEY_FILE: shape.SCHEMA_GATE_PRIVATE_KEY_FILE,
  SCHEMA_GATE_API_URL: shape.SCHEMA_GATE_API_URL,
  SCHEMA_GATE_SECOND_MS: shape.SCHEMA_GATE_SECOND_MS,
  GITHUB_TOKEN: z.string().optional(),
  GITHUB_REPOSITORY: z
    .string("is missing: name the repository, --repository owner/name")
    .regex(/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/, "must be owner/name (--repository)"),
});

/** Who asks which repository; an app where its keys are given, else the token. Throws a UserError for what is missing. */
export async function driftAccess(
  repository: string | null,
  env: NodeJS.ProcessEnv,
  onWait: (message: string) => void,
): Promise<RepositoryAccess> {
  const read = driftEnvironment.safeParse(given(repository, env));
  if (!read.success) {
    const sentences = read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new UserError("usage", `Cannot start:\n${[...new Set(sentences)].join("\n")}`);
  }
  const { GITHUB_REPOSITORY, SCHEMA_GATE_APP_ID: appId, GITHUB_TOKEN: token, ...rest } = read.data;
  const [owner = "", name = ""] = GITHUB_REPOSITORY.split("/");
  const apiUrl = rest.SCHEMA_GATE_API_URL.replace(/\/$/, "");
  const access = { apiUrl, second: rest.SCHEMA_GATE_SECOND_MS, onWait };
  if (appId !== undefined) {
    const privateKey = readPrivateKey(rest.SCHEMA_GATE_PRIVATE_KEY, rest.SCHEMA_GATE_PRIVATE_KEY_FILE);
    return accessOfApp({ ...access, credentials: { kind: "app", appId, privateKey } }, owner, name);
  }
  if (token === undefined) {
    const ways = "GITHUB_TOKEN, or SCHEMA_GATE_APP_ID and SCHEMA_GATE_PRIVATE_KEY";
    throw new UserError("usage", `Cannot start: nobody said who writes at GitHub; set ${ways}.`);
  }
  return { ...access, owner, repository: name, credentials: { kind: "token", token } };
}

/** What is empty was not given: a workflow sets variables of secrets that are not there so. */
function given(repository: string | null, env: NodeJS.ProcessEnv) {
  const api = env.SCHEMA_GATE_API_URL || env.GITHUB_API_URL;
  const said = { ...env, SCHEMA_GATE_API_URL: api, GITHUB_REPOSITORY: repository ?? env.GITHUB_REPOSITORY };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ""));
}
