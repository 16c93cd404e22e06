export type { EngineProof, Proof, Scenario } from "./catalogue/proof.js";
export { type ProvenReader, type ShownProof, shownProofs } from "./catalogue/proof-text.js";
export { readerPhrases } from "./catalogue/reader-phrases.js";
export { registryFile, registryNames, registryOf, registrySource } from "./catalogue/registry-source.js";
export {
  type ComparisonRule,
  type PolicyParagraph,
  type PolicyStateRule,
  policyParagraphs,
  type Rule,
  type RuleSettings,
} from "./catalogue/rule.js";
export { type LiveExample, type RuleExample, ruleIndex, rulePage } from "./catalogue/rule-page.js";
export {
  type ComparedNames,
  type Comparison,
  type ComparisonNeeds,
  compare,
  comparisonNeeds,
  type FamilyNames,
  type ViewPair,
} from "./compare.js";
export type { CompareDefinitions } from "./detect/definition-changes.js";
export type { PromisedPair } from "./detect/twofold-changes.js";
export { UnreadableType, withReadableTypes } from "./detect/unreadable-type.js";
export {
  type Action,
  type Anchor,
  type FilePlace,
  type Finding,
  type Impact,
  type ReaderCategory,
  type RuleKind,
  readerCategories,
  type TypeRelation,
} from "./finding.js";
export { findingId } from "./finding-id.js";
export type { Earlier, LiveFailure, LiveState } from "./live/live-state.js";
export { type LiveJudge, loadLiveJudge } from "./live/load-live-judge.js";
export { askedColumns } from "./policy/asked-columns.js";
export type { JobsOnSide } from "./policy/judge-jobs.js";
export type { JudgeState } from "./policy/judge-state.js";
export type { JudgedView } from "./policy/judge-view.js";
export { loadRules, loadStatePolicy, type StatePolicy } from "./policy/load-policy.js";
export type { SourceText, TablesRead } from "./policy/source-states.js";
export type {
  FillingState,
  JobState,
  NamedFilling,
  Shortcoming,
  SourceState,
  StateFacts,
  StateSubject,
  ViewState,
} from "./policy/state-facts.js";
export { rules } from "./rules.generated.js";
export { releasedNow } from "./versions/backdated-release.js";
export {
  type BelievedFacts,
  type BelievedTip,
  isPublished,
  type StatedFacts,
  statedFacts,
  statedRelease,
} from "./versions/believed-facts.js";
export { familyViews } from "./versions/families.js";
export { successorOf } from "./versions/removed-versions.js";
