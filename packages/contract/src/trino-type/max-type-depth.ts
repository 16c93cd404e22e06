/**
 * How many types may stand inside one another (`array(bigint)` is two deep). Types of real views are below 20 deep; the
 * limit keeps every recursion over a type, here and in the packages that use it, far from the end of the stack, so that a
 * hostile text of any length is an error with a position.
 */
export const MAX_TYPE_DEPTH = 500;
