import { changeRule } from "../catalogue/rule.js";

export const promiseStated = changeRule<"promise-stated">({
  id: "promise-stated",
  on: "promise-stated",
  title: "Promise stated",
  why: "From unknown to stated is no break: nobody could rely on it before.",
  policy: null,
  impact: "neutral",
  breaks: [],
  message: (change) => `${change.path} is now known: ${change.after}.`,
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario:
      "An older snapshot did not say whether the view runs with the rights of its owner; the new one does. The view on the server is the same as before.",
  },
});
