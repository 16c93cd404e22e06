import { nameLabel } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const accountShared = policyStateRule<"filling">({
  id: "account-shared",
  subject: "filling",
  title: "Service account of several deployments",
  why: "With an account of its own a deployment can be told apart, limited and locked out without stopping another one.",
  policy: policyParagraphs.accounts,
  find: (state) => {
    const { serviceAccount = null, job = null } = promisedOf(state)?.filling ?? {};
    if (serviceAccount === null || job === null) return [];
    const jobs = state.others
      .filter(({ filling }) => filling.serviceAccount === serviceAccount && filling.job !== null && filling.job !== job)
      .map(({ filling }) => filling.job ?? "");
    const [other] = [...new Set(jobs)].sort();
    if (other === undefined) return [];
    const message = `The job ${nameLabel(job)} runs as ${serviceAccount}, as does the job ${nameLabel(other)}.`;
    return [{ path: "@serviceAccount", found: serviceAccount, message }];
  },
  remedy: "Give each deployment a service account of its own, and name it in the contract (serviceAccount).",
  scenario: "The contracts of two views name different jobs and one service account.",
});
