import { gateRule } from "../catalogue/rule.js";

export const waiverUnused = gateRule({
  id: "waiver-unused",
  title: "Waiver without a finding",
  why: "A waiver that covers nothing hides the next finding that happens to match.",
  policy: null,
  remedy:
    "Remove the waiver; or correct its rule, view, path, before and after; or name the leads who approve waivers in schema-gate.yaml.",
  scenario: "A waiver file names a finding that this comparison does not have.",
});
