/**
 * A length of time as contracts promise it. Calendar months stay apart from what a clock measures because they have no
 * fixed length; business days because a weekend may lie between them.
 */
export interface Duration {
  readonly months: number;
  readonly businessDays: number;
  readonly milliseconds: number;
}
