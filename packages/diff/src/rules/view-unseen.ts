import { gateRule } from "../catalogue/rule.js";

export const viewUnseen = gateRule({
  id: "view-unseen",
  title: "View cannot be seen",
  why: "What we may not see, or could not read, is neither there nor gone: nothing may be concluded from it.",
  policy: null,
  remedy: "Give the user of the profile the right to read the view, or look at what the server says, and run again.",
  scenario:
    "A committed view is missing from what Trino lists, and asked by name Trino says that the user may not see it; or its analysis fails for a reason that is not the view's.",
});
