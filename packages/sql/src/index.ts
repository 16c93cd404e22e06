export { compareDefinitions } from "./compare/compare-definitions.js";
export type { DefinitionChange, DefinitionChangeKind } from "./compare/definition-change.js";
export { type TableUse, tableUse } from "./compare/table-use.js";
export { tablesRead } from "./compare/tables-read.js";
export { splitStatements } from "./syntax/split-statements.js";
export type { Span } from "./syntax/syntax-node.js";
