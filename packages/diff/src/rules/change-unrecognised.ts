import { changeRule } from "../catalogue/rule.js";

export const changeUnrecognised = changeRule<"unrecognised">({
  id: "change-unrecognised",
  on: "unrecognised",
  title: "Change not recognised",
  why: "A difference that no rule covers may mean anything; what is not understood is not waved through.",
  policy: null,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count", "timeliness"],
  message: (change) => `A difference was found that no rule covers: ${change.operation}.`,
  remedy: "Report this as a defect of Schema Gate, with both files.",
  witness: () => null,
  proof: {
    scenario:
      "Two snapshots differ in something that no rule knows, such as what a later version of the format says of a column. What that does to readers cannot be told, so it counts as the worst.",
  },
});
