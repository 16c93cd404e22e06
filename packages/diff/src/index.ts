export {
  type Action,
  type Anchor,
  type Finding,
  type Impact,
  type ReaderCategory,
  type RuleKind,
  readerCategories,
  type TypeRelation,
} from "./finding.js";
