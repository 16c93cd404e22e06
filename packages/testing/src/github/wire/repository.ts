import type { Repository } from "../state/repository.js";
import type { World } from "../state/world.js";
import { accountWire, nodeId, type Wire } from "./account.js";

export const apiUrl = (world: World, repository: Repository) => `${world.url}/repos/${repository.fullName}`;
export const webUrl = (world: World, repository: Repository) => `${world.url}/${repository.fullName}`;

/** `repository`, which also fits where GitHub sends a `minimal-repository`. */
export function repositoryWire(world: World, repository: Repository): Wire {
  const { id, name, fullName, owner, createdAt } = repository;
  const open = [...repository.issues.values()].filter(({ state }) => state === "open").length;
  return {
    id,
    node_id: nodeId("R", id),
    name,
    full_name: fullName,
    owner: accountWire(world, owner),
    private: repository.private,
    html_url: webUrl(world, repository),
    description: null,
    fork: repository.forkOf !== null,
    url: apiUrl(world, repository),
    ...repositoryUrls(world, repository),
    homepage: null,
    language: null,
    license: null,
    forks_count: 0,
    forks: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 1,
    default_branch: repository.defaultBranch,
    open_issues_count: open,
    open_issues: open,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.private ? "private" : "public",
    pushed_at: createdAt,
    created_at: createdAt,
    updated_at: createdAt,
    allow_forking: true,
    web_commit_signoff_required: false,
    custom_properties: {},
  };
}

/** `full-repository`: what the repository's own address answers. */
export function fullRepositoryWire(world: World, repository: Repository): Wire {
  const merging = {
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: false,
    allow_auto_merge: false,
  };
  return { ...repositoryWire(world, repository), ...merging, network_count: 0, subscribers_count: 0 };
}

function repositoryUrls(world: World, repository: Repository): Wire {
  const api = apiUrl(world, repository);
  const web = webUrl(world, repository);
  return {
    ...Object.fromEntries(plainUrls.map((name) => [`${name}_url`, `${api}/${name}`])),
    ...Object.fromEntries(Object.entries(templates).map(([name, path]) => [`${name}_url`, `${api}/${path}`])),
    clone_url: `${web}.git`,
    git_url: `${web}.git`,
    ssh_url: `git@github.invalid:${repository.fullName}.git`,
    svn_url: web,
    mirror_url: null,
  };
}

const plainUrls = [
  ...["contributors", "deployments", "downloads", "events", "forks", "hooks", "languages", "merges"],
  ...["stargazers", "subscribers", "subscription", "tags", "teams"],
];

const templates: Readonly<Record<string, string>> = {
  archive: "{archive_format}{/ref}",
  assignees: "assignees{/user}",
  blobs: "git/blobs{/sha}",
  branches: "branches{/branch}",
  collaborators: "collaborators{/collaborator}",
  comments: "comments{/number}",
  commits: "commits{/sha}",
  compare: "compare/{base}...{head}",
  contents: "contents/{+path}",
  git_commits: "git/commits{/sha}",
  git_refs: "git/refs{/sha}",
  git_tags: "git/tags{/sha}",
  issue_comment: "issues/comments{/number}",
  issue_events: "issues/events{/number}",
  issues: "issues{/number}",
  keys: "keys{/key_id}",
  labels: "labels{/name}",
  milestones: "milestones{/number}",
  notifications: "notifications{?since,all,participating}",
  pulls: "pulls{/number}",
  releases: "releases{/id}",
  statuses: "statuses/{sha}",
  trees: "git/trees{/sha}",
};
