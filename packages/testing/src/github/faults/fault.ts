/** Something that goes wrong with one request. */
export type Fault =
  /** GitHub answers so instead of doing anything. */
  | { readonly kind: "status"; readonly status: 500 | 502 | 503 | 504 }
  /** The connection ends before anything is done. */
  | { readonly kind: "drop" }
  /** The request is done, and the connection ends before its reply. */
  | { readonly kind: "lost-reply" }
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** `retryAfter` in seconds. */
  | { readonly kind: "secondary-rate-limit"; readonly retryAfter: number }
  | { readonly kind: "primary-rate-limit" };

/** What a plan of faults knows of a request. */
export interface Asked {
  /** Of all requests, counted from 1. */
  readonly number: number;
  /** Of the requests with this method and path, counted from 1. */
  readonly repetition: number;
  readonly method: string;
  readonly path: string;
  /** As in `checks/create`; null when GitHub has no such operation. */
  readonly operation: string | null;
}

/** Decides for each request what goes wrong with it, if anything. */
export type FaultPlan = (asked: Asked) => Fault | null;
