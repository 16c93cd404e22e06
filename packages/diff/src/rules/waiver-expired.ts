import { gateRule } from "../catalogue/rule.js";

export const waiverExpired = gateRule({
  id: "waiver-expired",
  title: "Waiver expired",
  why: "A permission has an end; after it the finding counts again.",
  policy: null,
  remedy: "Fix the finding, or ask for a new waiver.",
  scenario: "The last day of a waiver is past on the day of the check.",
});
