import type { Values } from "../description/check-request.js";
import { created, notFound, ok, page, unprocessable } from "../http/reply.js";
import { requiredNumber, requiredText, textIn } from "../http/values.js";
import { issueNumbered } from "../state/find.js";
import type { Issue, Label } from "../state/issue.js";
import { labelWire } from "../wire/issue.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

const write = ["issues:write", "pull_requests:write"] as const;

/** Labels of a repository and on its issues. */
export const labels: Handlers = {
  "issues/list-labels-for-repo": inRepository("issues:read", ({ world, repository }) =>
    page([...repository.labels.values()].map((label) => labelWire(world, repository, label))),
  ),
  "issues/get-label": inRepository("issues:read", ({ world, repository, path }) => {
    const label = repository.labels.get(requiredText(path, "name"));
    if (label === undefined) throw notFound();
    return ok(labelWire(world, repository, label));
  }),
  "issues/create-label": inRepository(write, (call) => {
    const name = requiredText(call.body, "name");
    if (call.repository.labels.has(name)) throw unprocessable("Label", "name", "name already exists", "already_exists");
    return created(labelWire(call.world, call.repository, makeLabel(call, name)));
  }),
  "issues/list-labels-on-issue": inRepository("issues:read", (call) => page(shown(call, issueOf(call)))),
  "issues/add-labels": inRepository(write, (call) => {
    const issue = issueOf(call);
    issue.labels = [...new Set([...issue.labels, ...withLabels(call, labelTexts(call.body, "labels"))])];
    return ok(shown(call, issue));
  }),
  "issues/set-labels": inRepository(write, (call) => {
    const issue = issueOf(call);
    issue.labels = withLabels(call, labelTexts(call.body, "labels"));
    return ok(shown(call, issue));
  }),
  "issues/remove-label": inRepository(write, (call) => {
    const issue = issueOf(call);
    const name = requiredText(call.path, "name");
    if (!issue.labels.includes(name)) throw notFound();
    issue.labels = issue.labels.filter((one) => one !== name);
    return ok(shown(call, issue));
  }),
};

/** The labels a request names, as texts or as objects with a name. */
export function labelTexts(values: Values, name: string): readonly string[] {
  const given = values[name];
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown) => (typeof one === "string" ? [one] : (nameIn(one) ?? [])));
}

function nameIn(value: unknown): string | undefined {
  return typeof value === "object" && value !== null ? textIn({ ...value }, "name") : undefined;
}

/** The names, each once; a label the repository does not have yet is made, as GitHub does. */
export function withLabels(call: RepositoryCall, names: readonly string[]): string[] {
  for (const name of names) if (!call.repository.labels.has(name)) makeLabel({ ...call, body: {} }, name);
  return [...new Set(names)];
}

function makeLabel({ world, repository, body }: RepositoryCall, name: string): Label {
  const color = (textIn(body, "color") ?? "ededed").replace(/^#/, "");
  const label = { id: world.nextId(), name, color, description: textIn(body, "description") ?? null };
  repository.labels.set(name, label);
  return label;
}

const issueOf = ({ repository, path }: RepositoryCall) =>
  issueNumbered(repository, requiredNumber(path, "issue_number"));

function shown({ world, repository }: RepositoryCall, issue: Issue) {
  return issue.labels.flatMap((name) => {
    const label = repository.labels.get(name);
    return label === undefined ? [] : [labelWire(world, repository, label)];
  });
}
