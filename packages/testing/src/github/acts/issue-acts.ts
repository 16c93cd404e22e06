import { issueNumbered } from "../state/find.js";
import type { Place } from "./act.js";

/** Somebody locks the conversation of an issue. */
export function lockIssue({ repository }: Place, number: number): void {
  issueNumbered(repository, number).isLocked = true;
}

/** Somebody deletes an issue, or moves it into another repository: here nobody finds it any more. */
export function removeIssue({ repository }: Place, number: number): void {
  issueNumbered(repository, number);
  repository.issues.delete(number);
  repository.removedIssues.add(number);
}
