import { hash } from "node:crypto";
import { notFound, ok, pageIn } from "../http/reply.js";
import { requiredNumber, textIn } from "../http/values.js";
import type { Artifact, Repository } from "../state/repository.js";
import type { World } from "../state/world.js";
import { nodeId } from "../wire/account.js";
import { apiUrl, webUrl } from "../wire/repository.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** Files that workflow runs left behind. */
export const artifacts: Handlers = {
  "actions/list-artifacts-for-repo": inRepository("actions:read", (call) => listed(call, call.repository.artifacts)),

  "actions/list-workflow-run-artifacts": inRepository("actions:read", (call) =>
    listed(
      call,
      call.repository.artifacts.filter(({ runId }) => runId === requiredNumber(call.path, "run_id")),
    ),
  ),

  "actions/get-artifact": inRepository("actions:read", (call) =>
    ok(artifactWire(call.world, call.repository, asked(call))),
  ),

  "actions/download-artifact": inRepository("actions:read", (call) => {
    const location = `${webUrl(call.world, call.repository)}/artifacts/${asked(call).id}.zip`;
    return { kind: "empty", status: 302, headers: { location } };
  }),
};

function listed({ world, repository, query }: RepositoryCall, all: readonly Artifact[]) {
  const name = textIn(query, "name");
  const wanted = all.filter((artifact) => name === undefined || artifact.name === name);
  return pageIn(
    "artifacts",
    [...wanted].reverse().map((artifact) => artifactWire(world, repository, artifact)),
  );
}

function asked({ repository, path }: RepositoryCall): Artifact {
  const found = repository.artifacts.find(({ id }) => id === requiredNumber(path, "artifact_id"));
  if (found === undefined) throw notFound();
  return found;
}

function artifactWire(world: World, repository: Repository, artifact: Artifact) {
  const { id, name, zip, runId, headSha, headBranch, createdAt } = artifact;
  const url = `${apiUrl(world, repository)}/actions/artifacts/${id}`;
  return {
    id,
    node_id: nodeId("MDg", id),
    name,
    size_in_bytes: zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    created_at: createdAt,
    expires_at: null,
    updated_at: createdAt,
    digest: `sha256:${hash("sha256", zip)}`,
    workflow_run: {
      id: runId,
      repository_id: repository.id,
      head_repository_id: repository.id,
      head_branch: headBranch,
      head_sha: headSha,
    },
  };
}
