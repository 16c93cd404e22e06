import type { Judgement } from "../judge/judgement.js";
import { bodyOf } from "./body.js";

/** GitHub takes 1 MiB a step. */
const MOST_BYTES = 1_000_000;

/** What a workflow's page says of the pull requests it judged: the longest of all reports. */
export function jobSummary(judgements: readonly Judgement[]): string {
  const bytes = Math.floor(MOST_BYTES / Math.max(1, judgements.length));
  return judgements
    .map((judgement) => {
      const { head, pullRequest } = judgement;
      return bodyOf(judgement, { bytes, link: null }, `# Pull request ${pullRequest.number} at \`${head}\`\n\n`, "\n");
    })
    .join("");
}
