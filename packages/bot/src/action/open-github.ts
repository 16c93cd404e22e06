import { createPrivateKey } from "node:crypto";
import { UserError } from "@schema-gate/contract";
import type { GitHub } from "../github/github.js";
import { accessOfApp } from "../github/octokit/installation-of.js";
import { octokitGitHub } from "../github/octokit/octokit-github.js";
import type { Identity } from "./inputs.js";
import type { Runner } from "./runner.js";

/** The repository of a run, asked as the workflow itself or as an app that is installed there. */
export async function openGitHub(
  { apiUrl, owner, repository, second }: Runner,
  identity: Identity,
  onWait: (message: string) => void,
): Promise<GitHub> {
  const access = { apiUrl, second, onWait };
  if (identity.kind === "token") return octokitGitHub({ ...access, owner, repository, credentials: identity });
  requireKey(identity.privateKey);
  return octokitGitHub(await accessOfApp({ ...access, credentials: identity }, owner, repository));
}

function requireKey(privateKey: string): void {
  try {
    if (createPrivateKey(privateKey).asymmetricKeyType === "rsa") return;
  } catch {
    // The reason is not passed on: it may quote the key.
  }
  throw new UserError("usage", "The input private-key holds no RSA key in PEM; GitHub gives it in the app's settings.");
}
