import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Life } from "./life.js";
import type { Onlooker } from "./onlooker.js";
import type { Post } from "./postman.js";
import { changes } from "./pull-requests.js";

/** What stands at GitHub and in the state folder in the end. */
export interface Standing {
  readonly pullRequests: number;
  readonly open: number;
  readonly heads: number;
  readonly judgedHeads: number;
  readonly comments: number;
  readonly commands: number;
  /** Everything that is not as it must be, a sentence each. */
  readonly problems: readonly string[];
}

/** The verdict's comment begins with it. */
const marker = "<!-- schema-gate schema-gate -->";

export async function whatStands(life: Life, post: Post, onlooker: Onlooker, state: string): Promise<Standing> {
  const problems: string[] = [...post.refused, ...leftBehind(post, state)];
  let judgedHeads = 0;
  let comments = 0;
  const reactions = new Map<number, string>();
  for (const one of life.pullRequests) {
    for (const [head, kind] of one.heads) {
      const runs = await onlooker.checkRuns(head);
      const isFinal = one.isOpen && head === one.head;
      judgedHeads += runs.length > 0 ? 1 : 0;
      const ends = runs.map(({ status, conclusion }) => `${status} ${conclusion}`).join(", ");
      const isRight = ends === `completed ${changes[kind].conclusion}` || (!isFinal && ends === "");
      if (!isRight) problems.push(`#${one.number} ${head} (${kind}): checks are [${ends}]`);
    }
    const seen = await onlooker.comments(one.number);
    for (const { id, reactions: given } of seen) reactions.set(id, JSON.stringify(given));
    const verdicts = seen.filter(({ login, body }) => login === "schema-gate[bot]" && body.startsWith(marker));
    comments += verdicts.length;
    const isRight = verdicts.length === 1 || (verdicts.length === 0 && !one.isOpen);
    if (!isRight) problems.push(`#${one.number}: ${verdicts.length} comments`);
  }
  for (const { id, reactions: expected } of life.comments) {
    const given = reactions.get(id);
    if (given !== JSON.stringify(expected)) problems.push(`comment ${id}: ${given}, not ${JSON.stringify(expected)}`);
  }
  return {
    pullRequests: life.pullRequests.length,
    open: life.pullRequests.filter(({ isOpen }) => isOpen).length,
    heads: life.pullRequests.reduce((sum, { heads }) => sum + heads.size, 0),
    judgedHeads,
    comments,
    commands: life.comments.filter((each) => Object.keys(each.reactions).length > 0).length,
    problems,
  };
}

/** Deliveries that were promised and are not known to be done. */
function leftBehind({ accepted }: Post, state: string): readonly string[] {
  const done = join(state, "done");
  const days = existsSync(done) ? readdirSync(done) : [];
  const known = new Set(days.flatMap((day) => readdirSync(join(done, day))));
  const unfinished = readdirSync(join(state, "jobs")).map((name) => `${name} is left in the state folder`);
  const lost = [...accepted].filter((guid) => !known.has(guid)).map((guid) => `delivery ${guid} was answered and lost`);
  return [...unfinished, ...lost];
}
