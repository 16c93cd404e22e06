import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { reviewMergeGroup } from "../../src/review-pull-request.js";
import { publication, snapshot } from "../scene.js";
import { type Attack, blocked, bot, broken, type Field, opened } from "./attack.js";

const lax = { "schema-gate.yaml": "actions: { breaking: allow }\n" };
const nothing = { checks: [], comments: [] };

/** Starts the app and opens a pull request it hears of only by its delivery. */
async function unheard(field: Field, files: Readonly<Record<string, string>>, base = "main") {
  const app = await field.app();
  const { scene } = field;
  const head = scene.bare.commit({ branch: "change", from: "main", files });
  const { number, delivery } = await scene.acme.openPullRequest({ head: "change", author: "eve", base });
  return { app, scene, number, head, delivery };
}

/** Every address in a payload, replaced. */
function readdressed(payload: unknown, address: string): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(payload), (_, value) =>
    typeof value === "string" && /^https?:/.test(value) ? address : value,
  );
}

/** Deliveries and what people do around them. */
export const doings: readonly Attack[] = [
  {
    what: "a green check carried to a retargeted base",
    async play(field) {
      field.scene.bare.commit({ branch: "lax", from: "main", files: lax });
      const { app, scene, number, head, delivery } = await unheard(field, broken, "lax");
      const opening = await app.deliver(delivery);
      const edited = await app.deliver(await scene.acme.retargetPullRequest({ number, base: "main" }));
      return { number, head, answered: [...opening, ...edited] };
    },
    stands: {
      ...blocked,
      checks: [...blocked.checks, "success, 0 annotations: Pass: 0 blocking findings"],
      answered: [202, 202],
    },
  },
  {
    what: "an approval dismissed",
    before: { "schema-gate.yaml": "leads: { members: [ada] }\nactions: { risky: acknowledge }\n" },
    async play(field) {
      const risky = snapshot("tasks_v1", "status varchar", "task_id varchar");
      const { app, scene, number, head, delivery } = await unheard(field, risky);
      const { id, delivery: review } = await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
      await app.deliver(delivery, review);
      const answered = await app.deliver(await scene.acme.dismissReview({ number, id, by: "ada" }));
      return { number, head, answered };
    },
    stands: {
      checks: [
        "action_required, 1 annotations: Acknowledge: 0 blocking findings, 1 for an owner to acknowledge",
        "neutral, 1 annotations: Warn: 0 blocking findings",
      ],
      comments: [`${bot}: ## Schema Gate: acknowledge, 0 blocking findings`],
      answered: [202],
    },
  },
  {
    what: "a forged signature",
    async play(field) {
      const { app, scene, number, head, delivery } = await unheard(field, broken);
      scene.github.setHook(7, { url: `${app.url}/webhooks`, secret: "a secret that is not the app's" });
      return { number, head, answered: await app.deliver(delivery) };
    },
    stands: { ...nothing, answered: [401] },
  },
  {
    what: "a delivery replayed, by its own name and by new ones",
    async play(field) {
      const { app, scene, number, head, delivery } = await unheard(field, broken);
      const said = scene.acme.comment({ number, by: "ada", body: "/schema-gate explain column-removed" }).delivery;
      const renamed = [delivery, said].map((each, index) => ({ ...each, guid: `replay-${index}` }));
      return { number, head, answered: await app.deliver(delivery, said, delivery, said, ...renamed) };
    },
    stands: {
      checks: blocked.checks,
      comments: ["ada: /schema-gate explain column-removed +1", ...blocked.comments, `${bot}: \`\`\`text`],
      answered: [202, 202, 202, 202, 202, 202],
    },
  },
  {
    what: "commands by a stranger and by an app",
    async play(field) {
      const { app, scene, number, head } = await unheard(field, broken);
      const say = (by: string, body: string) => scene.acme.comment({ number, by, body }).delivery;
      const words = ["recheck", "explain column-removed", `waive ${"0".repeat(16)}`, "merge"];
      const deliveries = words.map((word) => say("mallory", `/schema-gate ${word}`));
      const answered = await app.deliver(...deliveries, say("helper[bot]", "/schema-gate recheck"));
      return { number, head, answered };
    },
    stands: {
      checks: [],
      comments: [
        "mallory: /schema-gate recheck -1",
        "mallory: /schema-gate explain column-removed -1",
        `mallory: /schema-gate waive ${"0".repeat(16)} -1`,
        "mallory: /schema-gate merge -1",
        "helper[bot]: /schema-gate recheck -1",
      ],
      answered: [202, 202, 202, 202, 202],
    },
  },
  {
    what: "a delivery whose every address leads elsewhere",
    async play(field) {
      const { app, number, head, delivery } = await unheard(field, broken);
      let asked = 0;
      const elsewhere = createServer((_, response) => {
        asked += 1;
        response.end();
      });
      await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
      const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
      const answered = await app.deliver({ ...delivery, payload: readdressed(delivery.payload, address) });
      await new Promise((resolve) => elsewhere.close(resolve));
      return { number, head, answered: [...answered, asked] };
    },
    stands: { ...blocked, answered: [202, 0] },
  },
  {
    what: "a delivery of one repository in the name of another installation, and of one with a path for a name",
    async play(field) {
      const { app, number, head, delivery } = await unheard(field, broken);
      const { payload } = delivery;
      const foreign = { ...delivery, guid: "foreign", payload: { ...payload, installation: { id: 71 } } };
      const repository = { ...(payload.repository as object), name: "..", owner: { login: ".." } };
      const path = { ...delivery, guid: "path", payload: { ...payload, repository } };
      return { number, head, answered: await app.deliver(foreign, path) };
    },
    stands: { ...nothing, answered: [202, 422] },
  },
  {
    what: "a branch called like one of the merge queue, after a commit that allows everything",
    async play(field) {
      const { scene } = field;
      const base = scene.bare.commit({ branch: "lax", from: "main", files: lax });
      const branch = `gh-readonly-queue/main/pr-1-${base}`;
      const target = await scene.open(branch, broken, { from: "lax" });
      await reviewMergeGroup(scene.judge(), publication, { head: target.head, base, pullRequest: target.number });
      return target;
    },
    stands: { checks: ["failure, 2 annotations: Block: 2 blocking findings"], comments: [] },
  },
  {
    what: "a comment with our marker and a check of our name, by others",
    async play(field) {
      const target = await field.scene.open("change", broken);
      const body = "<!-- schema-gate schema-gate -->\n## Schema Gate: pass";
      for (let index = 0; index < 120; index++)
        field.scene.acme.comment({ number: target.number, by: "mallory", body });
      await field.scene.review(target.number);
      await field.scene.review(target.number);
      return target;
    },
    stands: {
      checks: blocked.checks,
      comments: [...Array<string>(120).fill("mallory: ## Schema Gate: pass"), ...blocked.comments],
    },
  },
  {
    what: "a draft from a fork that is gone since",
    async play(field) {
      const { scene } = field;
      const head = scene.bare.commit({ branch: "elsewhere", from: "main", files: broken });
      const fork = { fullName: "eve/views", commit: head };
      const pull = { head: "change", author: "eve", draft: true, fork };
      const { number } = await scene.acme.openPullRequest(pull);
      scene.bare.git("update-ref", "-d", "refs/heads/elsewhere");
      await scene.review(number);
      return { number, head };
    },
    stands: blocked,
  },
];

/** A pull request nobody means any harm with: what the table says of the others is not said of all. */
export const harmless: Attack = {
  what: "nothing hostile",
  play: (field) => opened(field, "change", { "README.md": "Views." }),
  stands: { checks: ["success, 0 annotations: Pass: 0 blocking findings"], comments: [] },
};
