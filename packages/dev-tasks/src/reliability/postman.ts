import type { Dice } from "../oracle/plan/dice.js";
import type { Letter } from "./life.js";
import { app, type Scene } from "./scene.js";

/** How often deliveries were sent, and why. */
export interface Post {
  sent: number;
  /** Sent although they were answered already. */
  doubled: number;
  /** Sent again because nobody answered. */
  redelivered: number;
  /** Nobody answered, and nobody ever sent them again. */
  lost: number;
  /** Answered 202: what was promised to be done. */
  readonly accepted: Set<string>;
  readonly refused: string[];
}

/** Brings deliveries as the internet does: out of order, twice, or not at all. */
export class Postman {
  readonly post: Post = { sent: 0, doubled: 0, redelivered: 0, lost: 0, accepted: new Set(), refused: [] };
  private readonly bag: Letter[] = [];
  private readonly scene: Scene;
  private readonly dice: Dice;

  constructor(scene: Scene, dice: Dice) {
    this.scene = scene;
    this.dice = dice;
  }

  get waiting(): number {
    return this.bag.length;
  }

  take(letters: readonly Letter[]): void {
    this.bag.push(...letters);
  }

  /** Sends one of the letters that wait, not always the oldest. */
  async send(): Promise<void> {
    const [letter] = this.bag.splice(this.dice.int(0, Math.min(this.bag.length, 20) - 1), 1);
    if (letter === undefined) return;
    // Decided before it is sent: what the dice say must not depend on which answer comes first.
    const isDoubled = this.dice.chance(15);
    const mayBeLost = this.dice.chance(50) && isFoundAgain(letter);
    this.post.sent += 1;
    const status = await this.scene.github.deliver(app.id, letter.delivery);
    const { guid, event } = letter.delivery;
    if (status === 202) {
      if (this.post.accepted.has(guid)) this.post.doubled += 1;
      if (letter.isTask) this.post.accepted.add(guid);
      if (isDoubled) this.bag.push(letter);
    } else if (status !== 0) this.post.refused.push(`${event} ${guid}: ${status}`);
    else if (mayBeLost) this.post.lost += 1;
    else {
      this.post.redelivered += 1;
      this.bag.push(letter);
    }
  }
}

/** What the search for missed pull requests makes good: a new head without a check. */
function isFoundAgain({ delivery }: Letter): boolean {
  return delivery.event === "pull_request" && ["opened", "synchronize"].includes(String(delivery.payload.action));
}
