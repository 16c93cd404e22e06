import { lazyRenderers } from "@schema-gate/report";
import type { Judgement } from "../judge/judgement.js";
import { titleOf } from "../publish/conclusion.js";
import type { Concluded } from "../publish/publish-judgements.js";
import type { Reviewed } from "../review-pull-request.js";
import { logText, textOf } from "./log-text.js";

/** What a run did so far, told in its log. */
export interface RunLog {
  readonly reviewed: (reviewed: Reviewed) => Promise<void>;
  readonly failed: (error: unknown) => void;
  readonly waits: (message: string) => void;
  readonly judgements: () => readonly Judgement[];
  readonly errors: () => readonly unknown[];
}

export function runLog(out: (text: string) => void): RunLog {
  const judgements: Judgement[] = [];
  const errors: unknown[] = [];
  return {
    async reviewed({ judgements: judged, concluded }) {
      for (const judgement of judged) {
        judgements.push(judgement);
        out(`${lineOf(judgement, concluded)}\n`);
        if (judgement.kind !== "judged") out(`${logText(judgement.reason)}\n`);
        // A check has its annotations; without one they hang on the run.
        else if (concluded !== "check") out((await lazyRenderers.github())(judgement.report));
      }
    },
    failed(error) {
      errors.push(error);
      out(`${logText(textOf(error))}\n`);
    },
    waits: (message) => out(`${logText(message)}\n`),
    judgements: () => judgements,
    errors: () => errors,
  };
}

function lineOf(judgement: Judgement, concluded: Concluded | null): string {
  const { pullRequest, head } = judgement;
  const where = concluded === null ? "" : ` Concluded by a ${concluded === "check" ? "check" : "commit status"}.`;
  return `Pull request ${pullRequest.number} at ${head}: ${titleOf(judgement)}.${where}`;
}
