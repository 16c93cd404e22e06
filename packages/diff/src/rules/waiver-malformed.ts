import { gateRule } from "../catalogue/rule.js";

export const waiverMalformed = gateRule({
  id: "waiver-malformed",
  title: "Waiver cannot be read",
  why: "A permission that cannot be read permits nothing, and its author believes it does.",
  policy: null,
  remedy: "Correct the file as the message says.",
  scenario: "A file under waivers/ is not a valid waiver.",
});
