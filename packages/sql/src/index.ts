export { compareDefinitions } from "./compare/compare-definitions.js";
export type { DefinitionChange, DefinitionChangeKind } from "./compare/definition-change.js";
export { tablesRead } from "./compare/tables-read.js";
export type { Span } from "./syntax/syntax-node.js";
