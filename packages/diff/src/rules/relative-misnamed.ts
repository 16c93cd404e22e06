import { policyChangeRule, policyParagraphs } from "../catalogue/rule.js";
import type { Change } from "../change.js";

const faults: Readonly<Record<Change<"relative-misnamed">["fault"], string>> = {
  unknown: "which is no view here",
  itself: "which is the view itself",
  "other-family": "which is of another family",
  "wrong-order": "whose number does not fit",
};

export const relativeMisnamed = policyChangeRule<"relative-misnamed">({
  id: "relative-misnamed",
  on: "relative-misnamed",
  title: "Successor or predecessor that is none",
  why: "Readers are sent to the successor, and support lasts until it has been out for a quarter. Only a published, higher version of the same family can take them in.",
  policy: policyParagraphs.stable,
  message: ({ relative, after, fault }) => `The ${relative} named is ${after}, ${faults[fault]}.`,
  remedy: "Name a version of the same family by its full name, catalog.schema.name: the next one or the one before.",
  scenario:
    "The contract of version 1 names version 2 in a schema where it never was. Readers look for it there, and version 1 cannot be removed because nothing follows it.",
});
