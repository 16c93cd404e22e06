import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const realtimePromised = policyStateRule<"view">({
  id: "realtime-promised",
  subject: "view",
  title: "Realtime data in a view",
  why: "Realtime data cannot be delayed, and rows that jobs make always are: an API suits it better.",
  policy: policyParagraphs.stale,
  find: (state) => {
    const use = promisedOf(state)?.use ?? null;
    if (use !== "realtime") return [];
    return [{ path: "@use", found: use, message: "The contract promises realtime data, which a view cannot hold." }];
  },
  remedy: "Serve it from an API, or state the delay readers really get and another use.",
  scenario: "The contract of a published view says that its use is realtime.",
});
