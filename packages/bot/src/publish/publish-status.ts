import { visibleText } from "@schema-gate/report";
import type { GitHub } from "../github/github.js";
import type { CommitStatus, Conclusion } from "../github/publishing.js";
import type { CheckText } from "./publish-check.js";

const LONGEST = 140;

const states: Readonly<Record<Conclusion, CommitStatus["state"]>> = {
  success: "success",
  neutral: "success",
  // A status knows no waiting that ends in a person: what is not agreed to is not green.
  action_required: "failure",
  failure: "failure",
};

/** Says as a commit status what a check would say, for tokens that may not write checks. */
export async function publishStatus(github: GitHub, check: CheckText): Promise<void> {
  const { name, head, conclusion, title, detailsUrl } = check;
  const description = visibleText(title).slice(0, LONGEST);
  await github.createStatus(head, { context: name, state: states[conclusion], description, targetUrl: detailsUrl });
}
