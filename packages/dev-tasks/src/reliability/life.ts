import type { Delivery } from "@schema-gate/testing/github";
import type { Dice } from "../oracle/plan/dice.js";
import type { Onlooker } from "./onlooker.js";
import { type ChangeKind, changes, snapshotOf } from "./pull-requests.js";
import { repositoryName, type Scene } from "./scene.js";

/** A pull request as it stands, and every commit it ever ended in with what that changes. */
export interface LivingPullRequest {
  readonly number: number;
  readonly branch: string;
  readonly heads: Map<string, ChangeKind>;
  head: string;
  /** Where its branch is, and what that changes: a closed pull request does not follow. */
  tip: { readonly commit: string; readonly kind: ChangeKind };
  base: "main" | "release";
  isOpen: boolean;
  isDraft: boolean;
}

/** A comment somebody wrote, and the reactions of ours it must end with. */
export interface WrittenComment {
  readonly id: number;
  readonly reactions: Readonly<Record<string, number>>;
}

/** What happened, and what is to come of it. */
export interface Life {
  readonly pullRequests: LivingPullRequest[];
  readonly comments: WrittenComment[];
}

/** A delivery, and whether it asks for something: such a one must be remembered as done in the end. */
export interface Letter {
  readonly delivery: Delivery;
  readonly isTask: boolean;
}

const kinds = Object.keys(changes) as ChangeKind[];

/** Lets one thing happen in the repository; gives what GitHub would send of it. */
export async function live(life: Life, scene: Scene, onlooker: Onlooker, dice: Dice, most: number): Promise<Letter[]> {
  const { pullRequests } = life;
  if (pullRequests.length < most && (pullRequests.length === 0 || dice.chance(20)))
    return [await open(life, scene, dice)];
  const one = dice.pick(pullRequests);
  const act = one.isOpen ? dice.weighted(whileOpen) : dice.weighted(whileClosed);
  return acts[act]({ one, life, scene, onlooker, dice });
}

const whileOpen = {
  push: 36,
  review: 14,
  recheck: 8,
  stranger: 3,
  chat: 5,
  close: 4,
  retarget: 4,
  title: 4,
  draft: 4,
  rerun: 4,
  main: 1,
};
const whileClosed = { push: 10, reopen: 60, recheck: 5, chat: 5 };

interface Happening {
  readonly one: LivingPullRequest;
  readonly life: Life;
  readonly scene: Scene;
  readonly onlooker: Onlooker;
  readonly dice: Dice;
}

const task = (delivery: Delivery): Letter => ({ delivery, isTask: true });
const noTask = (delivery: Delivery): Letter => ({ delivery, isTask: false });
const at = ({ scene }: Pick<Happening, "scene">) => scene.github.in(repositoryName);

type ActName = keyof typeof whileOpen | keyof typeof whileClosed;

const acts: Readonly<Record<ActName, (happening: Happening) => Promise<Letter[]>>> = {
  async push({ one, scene, dice }) {
    const kind = dice.pick(kinds);
    const commit = commitTo(scene, one.number, one.tip.commit, kind);
    const told = await at({ scene }).push({ branch: one.branch, commit, by: "cat" });
    one.tip = { commit, kind };
    if (one.isOpen) follow(one);
    return told.map(task);
  },
  async review({ one, scene, dice }) {
    const by = dice.pick(["ann", "bob"]);
    const given = await at({ scene }).submitReview({
      number: one.number,
      by,
      state: dice.pick(["APPROVED", "COMMENTED"]),
    });
    return [task(given.delivery)];
  },
  recheck: (happening) => comment(happening, "bob", "/schema-gate recheck", { "+1": 1 }),
  stranger: (happening) => comment(happening, "stranger", "/schema-gate recheck", { "-1": 1 }),
  async chat(happening) {
    const letters = await comment(happening, "cat", "What does /schema-gate recheck do?", {});
    return letters.map(({ delivery }) => noTask(delivery));
  },
  async close({ one, scene }) {
    one.isOpen = false;
    return [task(await at({ scene }).closePullRequest({ number: one.number }))];
  },
  async reopen({ one, scene }) {
    one.isOpen = true;
    follow(one);
    return [task(await at({ scene }).reopenPullRequest({ number: one.number }))];
  },
  async retarget({ one, scene }) {
    one.base = one.base === "main" ? "release" : "main";
    return [task(await at({ scene }).retargetPullRequest({ number: one.number, base: one.base }))];
  },
  async title({ one, scene }) {
    return [
      noTask(await at({ scene }).editPullRequest({ number: one.number, title: "Another title", body: "Another text" })),
    ];
  },
  async draft({ one, scene }) {
    one.isDraft = !one.isDraft;
    const told = await at({ scene }).setDraft({ number: one.number, draft: one.isDraft });
    return [one.isDraft ? noTask(told) : task(told)];
  },
  async rerun({ one, scene, onlooker }) {
    const [run] = await onlooker.checkRuns(one.head);
    return run === undefined ? [] : [task(await at({ scene }).rerequestCheck({ id: run.id, by: "bob" }))];
  },
  async main({ scene, dice }) {
    const branch = `moved-${dice.int(0, 1_000_000_000)}`;
    const commit = scene.repository.commit({ branch, from: "main", files: { "notes.md": `${branch}\n` } });
    return (await at({ scene }).push({ branch: "main", commit, by: "bob" })).map(task);
  },
};

async function comment(
  { one, life, scene }: Happening,
  by: string,
  body: string,
  reactions: WrittenComment["reactions"],
): Promise<Letter[]> {
  const { id, delivery } = at({ scene }).comment({ number: one.number, by, body });
  life.comments.push({ id, reactions });
  return [task(delivery)];
}

function follow(one: LivingPullRequest): void {
  one.head = one.tip.commit;
  one.heads.set(one.tip.commit, one.tip.kind);
}

async function open({ pullRequests }: Life, scene: Scene, dice: Dice): Promise<Letter> {
  const kind = dice.pick(kinds);
  const branch = `change-${pullRequests.length + 1}`;
  // Numbers are given in this order, and each has its own view.
  const head = commitTo(scene, pullRequests.length + 1, "main", kind);
  scene.repository.git("branch", branch, head);
  const { number, delivery } = await at({ scene }).openPullRequest({ head: branch, base: "main", author: "cat" });
  pullRequests.push({
    number,
    branch,
    heads: new Map([[head, kind]]),
    head,
    tip: { commit: head, kind },
    base: "main",
    isOpen: true,
    isDraft: false,
  });
  return task(delivery);
}

/** A commit on top of another that changes a view, on a branch of its own. */
function commitTo(scene: Scene, view: number, from: string, kind: ChangeKind): string {
  const branch = `work-${scene.repository.git("for-each-ref", "--format=x").length}`;
  // Every commit differs from the one before, whatever it does to the view.
  return scene.repository.commit({ branch, from, files: { ...snapshotOf(view, kind), "work.md": `${branch}\n` } });
}
