/** What an operation answers, before pagination, validation and entity tags. */
export type Reply =
  | { readonly kind: "json"; readonly status: number; readonly body: unknown }
  | { readonly kind: "empty"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "raw"; readonly bytes: Buffer; readonly type: string }
  | {
      readonly kind: "page";
      readonly items: readonly unknown[];
      /** Puts the items of one page into the envelope some lists come in; without it the list stands alone. */
      readonly wrap?: (items: readonly unknown[], total: number) => unknown;
      /** Items on a page when the request does not say; GitHub's usual number is 30. */
      readonly perPage?: number;
    };

export const ok = (body: unknown): Reply => ({ kind: "json", status: 200, body });
export const created = (body: unknown): Reply => ({ kind: "json", status: 201, body });
export const accepted = (body: unknown): Reply => ({ kind: "json", status: 202, body });
export const noContent = (): Reply => ({ kind: "empty", status: 204 });
export const page = (items: readonly unknown[]): Reply => ({ kind: "page", items });

/** A list in the envelope `{ total_count, <name>: [...] }`. */
export function pageIn(name: string, items: readonly unknown[], also: Readonly<Record<string, unknown>> = {}): Reply {
  return { kind: "page", items, wrap: (shown, total) => ({ ...also, total_count: total, [name]: shown }) };
}

/** A request GitHub refuses: thrown by whoever finds out, answered as GitHub words it. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    also: { readonly errors?: readonly unknown[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = also.errors;
    this.headers = also.headers ?? {};
  }

  /** The body GitHub sends with a refusal. */
  body(): Readonly<Record<string, unknown>> {
    const errors = this.errors === undefined ? {} : { errors: this.errors };
    return {
      message: this.message,
      ...errors,
      documentation_url: "https://docs.github.com/rest",
      status: `${this.status}`,
    };
  }
}

export const notFound = (): Refusal => new Refusal(404, "Not Found");

/** 422 as GitHub words it for one field that it understood and did not take. */
export function unprocessable(resource: string, field: string, message: string, code = "custom"): Refusal {
  return new Refusal(422, "Validation Failed", { errors: [{ resource, field, code, message }] });
}
