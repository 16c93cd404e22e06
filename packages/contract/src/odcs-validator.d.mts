/** What is used of dist/odcs-validator.mjs, which odcs/bundle-validator.mjs makes of the standard's JSON Schema. */

import type { SchemaNode } from "./yaml-file/allowed-keys.js";

/** One thing the standard forbids, as ajv reports it. */
export interface OdcsError {
  /** JSON Pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Whether a document follows ODCS v3.1; `errors` says what is wrong with the last one that does not. */
export declare const validate: {
  (document: unknown): boolean;
  errors?: readonly OdcsError[] | null;
};

/** The JSON Schema itself. */
export declare const odcsSchema: SchemaNode;
