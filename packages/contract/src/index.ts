export type { Column, Contract, Security, ViewKind, ViewName } from "./contract.js";
export type { RowField, TrinoType } from "./trino-type.js";
export { UserError, type UserErrorKind } from "./user-error.js";
