import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const releaseBackdated = changeRule<"release-backdated">({
  id: "release-backdated",
  on: "release-backdated",
  title: "Released before it was there",
  why: "The version before it is supported for a quarter from this day. Nobody could move to a version that was not there yet; whether it was, only a person can tell.",
  policy: policyParagraphs.stable,
  impact: "risky",
  action: "acknowledge",
  breaks: [],
  message: ({ after, since }) => `The release date is ${after}, and the version has been there since ${since}.`,
  remedy: ({ since }) => `Write ${since}, or have an owner of the view confirm the earlier day.`,
  witness: () => null,
  proof: {
    scenario:
      "Version 2 is published in November and its contract says that it was released in July. The next day version 1 is removed as past its support, and its readers had a day to move.",
  },
});
