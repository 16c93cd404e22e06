import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { githubDescription } from "../../src/github/description/description.js";
import { place, type Scene, silent, startScene } from "./scene.js";

let scene: Scene;
beforeAll(async () => {
  const everything = {
    checks: "write",
    contents: "write",
    issues: "write",
    pull_requests: "write",
    statuses: "write",
  } as const;
  const also = { actions: "read", administration: "write", members: "read", security_events: "write" } as const;
  scene = await startScene();
  scene.github.setHook(7, { url: `${scene.github.url}/nobody`, secret: "s" });
  scene.github.addToken("all", { job: "acme/views", permissions: { ...everything, ...also } });
});
afterAll(() => scene.end());

test("every operation answers the real client as GitHub's description says", async () => {
  const { github, repository, shas } = scene;
  const acme = github.in("acme/views");
  const { number, delivery } = await acme.openPullRequest({ head: "change", author: "cat" });
  repository.commit({ branch: "second", from: "main", files: { "e.txt": "five\n" } });
  const all = scene.as("all");
  const ann = scene.as("ann");
  const app = new Octokit({
    baseUrl: github.url,
    authStrategy: createAppAuth,
    auth: { appId: 7, privateKey: scene.privateKey },
    log: silent,
  });

  await all.repos.get(place);
  await all.repos.getCollaboratorPermissionLevel({ ...place, username: "bob" });
  await all.repos.listBranches(place);
  await all.repos.getBranch({ ...place, branch: "main" });
  const protection = { enforce_admins: true, required_pull_request_reviews: null, restrictions: null };
  const checks = [{ context: "Schema Gate", app_id: 7 }];
  await ann.repos.updateBranchProtection({
    ...place,
    branch: "main",
    ...protection,
    required_status_checks: { strict: false, contexts: checks.map(({ context }) => context) },
  });
  await ann.repos.getBranchProtection({ ...place, branch: "main" });
  await ann.repos.updateStatusCheckProtection({ ...place, branch: "main", strict: true });
  await ann.repos.getStatusChecksProtection({ ...place, branch: "main" });
  acme.protect("main", null);
  await all.repos.listCommits(place);
  await all.repos.getCommit({ ...place, ref: "main" });
  await all.repos.listPullRequestsAssociatedWithCommit({ ...place, commit_sha: shas.change });
  await all.repos.compareCommitsWithBasehead({ ...place, basehead: "main...change" });
  await all.repos.getContent({ ...place, path: "a.txt" });
  await all.repos.createCommitStatus({ ...place, sha: shas.change, state: "pending", context: "Schema Gate" });
  await all.repos.listCommitStatusesForRef({ ...place, ref: shas.change });
  await all.repos.getCombinedStatusForRef({ ...place, ref: "change" });

  const { data: blob } = await all.git.createBlob({ ...place, content: "six\n" });
  await all.git.getBlob({ ...place, file_sha: blob.sha });
  const { data: tree } = await all.git.createTree({
    ...place,
    base_tree: shas.main,
    tree: [{ path: "deep/f.txt", mode: "100644", type: "blob", sha: blob.sha }],
  });
  await all.git.getTree({ ...place, tree_sha: tree.sha, recursive: "1" });
  const { data: commit } = await all.git.createCommit({
    ...place,
    message: "Six",
    tree: tree.sha,
    parents: [shas.main],
  });
  await all.git.getCommit({ ...place, commit_sha: commit.sha });
  await all.git.createRef({ ...place, ref: "refs/heads/third", sha: shas.main });
  await all.git.updateRef({ ...place, ref: "heads/third", sha: commit.sha });
  await all.git.getRef({ ...place, ref: "heads/third" });
  await all.git.listMatchingRefs({ ...place, ref: "heads/" });
  const { data: third } = await all.pulls.create({ ...place, title: "Third", head: "third", base: "main" });
  await all.pulls.update({ ...place, pull_number: third.number, state: "closed" });
  await all.git.deleteRef({ ...place, ref: "heads/third" });

  const { data: run } = await all.checks.create({ ...place, name: "Schema Gate", head_sha: shas.change });
  const output = {
    title: "t",
    summary: "s",
    annotations: [{ path: "a.txt", start_line: 1, end_line: 1, annotation_level: "warning", message: "m" } as const],
  };
  await all.checks.update({ ...place, check_run_id: run.id, conclusion: "neutral", output });
  await all.checks.get({ ...place, check_run_id: run.id });
  await all.checks.listAnnotations({ ...place, check_run_id: run.id });
  await all.checks.listForRef({ ...place, ref: "change" });
  await all.checks.listSuitesForRef({ ...place, ref: "change" });
  await all.checks.getSuite({ ...place, check_suite_id: run.check_suite?.id ?? 0 });
  await all.checks.listForSuite({ ...place, check_suite_id: run.check_suite?.id ?? 0 });
  await all.checks.rerequestRun({ ...place, check_run_id: run.id });
  await all.checks.rerequestSuite({ ...place, check_suite_id: run.check_suite?.id ?? 0 });

  const { data: issue } = await all.issues.create({ ...place, title: "Drift", labels: ["drift"] });
  const onIssue = { ...place, issue_number: issue.number };
  await all.issues.get(onIssue);
  await all.issues.update({ ...onIssue, body: "gone" });
  await all.issues.listForRepo({ ...place, labels: "drift" });
  await all.issues.createLabel({ ...place, name: "new", color: "ff0000" });
  await all.issues.getLabel({ ...place, name: "new" });
  await all.issues.listLabelsForRepo(place);
  await all.issues.addLabels({ ...onIssue, labels: ["new"] });
  await all.issues.listLabelsOnIssue(onIssue);
  await all.issues.removeLabel({ ...onIssue, name: "new" });
  await all.issues.setLabels({ ...onIssue, labels: ["drift"] });
  const { data: comment } = await all.issues.createComment({ ...place, issue_number: number, body: "hello" });
  await all.issues.listComments({ ...place, issue_number: number });
  await all.issues.getComment({ ...place, comment_id: comment.id });
  await all.issues.updateComment({ ...place, comment_id: comment.id, body: "hello again" });
  const { data: eyes } = await all.reactions.createForIssueComment({
    ...place,
    comment_id: comment.id,
    content: "eyes",
  });
  await all.reactions.listForIssueComment({ ...place, comment_id: comment.id });
  await all.reactions.deleteForIssueComment({ ...place, comment_id: comment.id, reaction_id: eyes.id });
  await all.issues.deleteComment({ ...place, comment_id: comment.id });
  const { data: rocket } = await all.reactions.createForIssue({ ...onIssue, content: "rocket" });
  await all.reactions.listForIssue(onIssue);
  await all.reactions.deleteForIssue({ ...onIssue, reaction_id: rocket.id });

  const pull = { ...place, pull_number: number };
  await all.pulls.get(pull);
  await all.pulls.list({ ...place, state: "all" });
  await all.pulls.listFiles(pull);
  await all.pulls.listCommits(pull);
  await all.pulls.requestReviewers({ ...pull, reviewers: ["bob"], team_reviewers: ["leads"] });
  await all.pulls.listRequestedReviewers(pull);
  await all.pulls.removeRequestedReviewers({ ...pull, reviewers: [], team_reviewers: ["leads"] });
  const { data: review } = await scene.as("bob").pulls.createReview({ ...pull, event: "APPROVE" });
  await all.pulls.listReviews(pull);
  await all.pulls.getReview({ ...pull, review_id: review.id });
  await scene.as("bob").pulls.updateReview({ ...pull, review_id: review.id, body: "fine" });
  await ann.pulls.dismissReview({ ...pull, review_id: review.id, message: "stale" });
  await all.pulls.merge(pull);
  await all.pulls.checkIfMerged(pull);

  const artifact = { name: "report", runId: 5, headSha: shas.change, headBranch: "change", zip: Buffer.from("PK") };
  const id = acme.addArtifact(artifact);
  await all.actions.listArtifactsForRepo(place);
  await all.actions.listWorkflowRunArtifacts({ ...place, run_id: 5 });
  await all.actions.getArtifact({ ...place, artifact_id: id });
  const { data: zip } = await all.actions.downloadArtifact({ ...place, artifact_id: id, archive_format: "zip" });
  expect(Buffer.from(zip as ArrayBuffer).toString("utf8")).toBe("PK");
  const sarif = gzipSync(JSON.stringify({ version: "2.1.0", runs: [] })).toString("base64");
  await all.codeScanning.uploadSarif({ ...place, commit_sha: shas.change, ref: "refs/heads/change", sarif });

  await ann.users.getAuthenticated();
  await all.users.getByUsername({ username: "bob" });
  await all.orgs.listMembers({ org: "acme" });
  await all.orgs.checkMembershipForUser({ org: "acme", username: "bob" });
  await all.teams.getByName({ org: "acme", team_slug: "leads" });
  await all.teams.listMembersInOrg({ org: "acme", team_slug: "leads" });
  await all.teams.getMembershipForUserInOrg({ org: "acme", team_slug: "leads", username: "bob" });
  await all.rateLimit.get();

  await app.apps.getAuthenticated();
  await app.apps.listInstallations();
  await app.apps.getInstallation({ installation_id: 70 });
  await app.apps.getRepoInstallation(place);
  const { data: token } = await app.apps.createInstallationAccessToken({
    installation_id: 70,
    repositories: ["views"],
  });
  await scene.as(token.token).apps.listReposAccessibleToInstallation();
  await scene.as(token.token).apps.revokeInstallationAccessToken();
  await github.deliver(7, delivery);
  const { data: log } = await app.apps.listWebhookDeliveries();
  const delivered = { delivery_id: log[0]?.id ?? 0 };
  await app.apps.getWebhookDelivery(delivered);
  await app.apps.redeliverWebhookDelivery(delivered);

  const succeeded = github.requests.filter(({ status }) => status < 400).map(({ operation }) => operation);
  const described = githubDescription().operations.map(({ id }) => id);
  expect(described.filter((operation) => !succeeded.includes(operation))).toEqual([]);
  expect(github.requests.filter(({ status, operation }) => status >= 400 && operation !== null)).toEqual([]);
  // The deliveries above went to an address of the double that GitHub does not have.
  expect(github.takeProblems()).toEqual(
    Array(2).fill("POST /nobody: GitHub's description, as far as it is kept here, has no such operation"),
  );
});
