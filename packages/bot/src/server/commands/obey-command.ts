import type { Command } from "../task.js";
import type { AppRepository } from "../work/app.js";
import { explainAnswer } from "./explain-answer.js";
import { waiveAnswer } from "./waive-answer.js";

/** A command and what it needs. */
export interface Commanded {
  readonly pullRequest: number;
  readonly comment: number;
  readonly login: string;
  readonly command: Command;
  readonly recheck: () => Promise<void>;
  /** Today (UTC), `2026-11-22`. */
  readonly today: string;
}

/** Obeys a command in a comment, if whoever wrote it may write to the repository now. Nothing is written to the repository. */
export async function obeyCommand(commanded: Commanded, repository: AppRepository): Promise<void> {
  const { pullRequest, comment, login, command } = commanded;
  if (!(await repository.mayWrite(login))) return repository.react(comment, "-1");
  if (command.name === "unknown") return repository.react(comment, "confused");
  if (command.name === "recheck") await commanded.recheck();
  else {
    const judged = await repository.judge(pullRequest);
    const text =
      command.name === "explain" ? explainAnswer(command.id, judged) : waiveAnswer(command.id, judged, commanded);
    // Below the same comment there is one answer, however often it is given.
    await repository.answer(pullRequest, `<!-- schema-gate answer ${comment} -->\n`, text);
  }
  await repository.react(comment, "+1");
}
