import { statusWaiver, statusWaiverFile } from "../status-waiver.js";
import { type Attack, blocked, bot, broken, opened, type Standing, unchecked } from "./attack.js";

const waiver = statusWaiver({ owner: "eve", reason: "I say so.", ends: "2027-05-31" });

/** The change and the edit of what it is judged by. */
const twice: Standing = {
  checks: ["failure, 2 annotations: Block: 2 blocking findings"],
  comments: [`${bot}: ## Schema Gate: block, 2 blocking findings`],
};

/** Whoever opens a pull request with these files, approves it, too. */
function selfApproved(what: string, files: Readonly<Record<string, string>>, stands: Standing): Attack {
  return {
    what,
    async play(field) {
      const target = await field.scene.open("change", { ...broken, ...files });
      await field.scene.acme.submitReview({ number: target.number, by: "mallory", state: "APPROVED" });
      await field.scene.review(target.number);
      return target;
    },
    stands,
  };
}

function linked(what: string, links: Readonly<Record<string, string>>, stands: Standing): Attack {
  return { what, play: (field) => opened(field, "change", broken, { links }), stands };
}

const outside = "../../../../../../../../etc/passwd";
const green =
  "on: pull_request\njobs: { schema-gate: { runs-on: x, permissions: write-all, steps: [{ run: 'true' }] } }\n";

/** Trees that want to be more than data. */
export const contents: readonly Attack[] = [
  linked("a link out of the tree for a snapshot", { "snapshots/a/dev_prod_live/passwd_v1.json": outside }, unchecked),
  linked("a link out of the tree for a contract", { "schemas/a/dev_prod_live/passwd_v1.yaml": outside }, unchecked),
  linked("a link out of the tree for a waiver", { [statusWaiverFile]: outside }, unchecked),
  linked("a link out of the tree for a folder", { "snapshots/b": "../../../../etc" }, unchecked),
  linked("a link out of the tree that is nothing to us", { "docs/passwd": outside }, blocked),
  selfApproved(
    "workflow and action edited",
    { ".github/workflows/schema-gate.yml": green, "action.yml": "runs: { using: node20, main: x.js }\n" },
    blocked,
  ),
  selfApproved("configuration edited", { "schema-gate.yaml": "actions: { breaking: allow }\n" }, twice),
  selfApproved("leads edited", { "schema-gate.yaml": "leads: { members: [mallory] }\n" }, twice),
  selfApproved("a waiver added", { [statusWaiverFile]: waiver }, twice),
  {
    what: "a lead's approval of a change whose 300 commits begin with the lead's own",
    async play(field) {
      const { scene } = field;
      const author = { name: "ada", email: "ada@users.noreply.github.com" };
      const files = { [statusWaiverFile]: waiver };
      let commit = scene.bare.commit({ branch: "change", from: "main", files, author });
      const eve = ["-c", "user.name=eve", "-c", "user.email=eve@users.noreply.github.com"];
      for (let index = 0; index < 298; index++) {
        commit = scene.bare.git(...eve, "commit-tree", `${commit}^{tree}`, "-p", commit, "-m", `${index}`);
      }
      scene.bare.git("update-ref", "refs/heads/change", commit);
      const target = await scene.open("change", broken);
      for (const lead of ["ada", "grace"]) {
        await scene.acme.submitReview({ number: target.number, by: lead, state: "APPROVED" });
      }
      await scene.review(target.number);
      return target;
    },
    stands: twice,
  },
  {
    what: "commits by an address GitHub knows nobody of, and by nobody",
    async play({ scene }) {
      const author = { name: "", email: "nobody@nowhere.invalid" };
      scene.bare.commit({ branch: "change", from: "main", files: { "notes.md": "" }, author });
      const head = scene.bare.commit({ branch: "change", files: broken, author: { name: "", email: "" } });
      const { number } = await scene.acme.openPullRequest({ head: "change", author: "eve", base: "main" });
      await scene.review(number);
      return { number, head };
    },
    stands: blocked,
  },
];
