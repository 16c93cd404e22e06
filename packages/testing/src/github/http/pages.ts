import type { Values } from "../description/check-request.js";
import { numberIn } from "./values.js";

/** One page of a list, and the Link header to its neighbours, null when there are none. */
export interface Page {
  readonly items: readonly unknown[];
  readonly link: string | null;
}

/** GitHub gives no more than 100 items a page, whatever is asked for. */
const most = 100;

/** Cuts the page that `page` and `per_page` ask for. `address` is the whole URL of the request. */
export function cutPage(all: readonly unknown[], query: Values, address: URL, usual: number): Page {
  const size = Math.min(Math.max(numberIn(query, "per_page") ?? usual, 1), most);
  const number = Math.max(numberIn(query, "page") ?? 1, 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const items = all.slice((number - 1) * size, number * size);
  const links = [
    ...(number > 1 ? [relation(address, Math.min(number - 1, last), "prev")] : []),
    ...(number < last ? [relation(address, number + 1, "next"), relation(address, last, "last")] : []),
    ...(number > 1 ? [relation(address, 1, "first")] : []),
  ];
  return { items, link: links.length === 0 ? null : links.join(", ") };
}

function relation(address: URL, number: number, name: string): string {
  const target = new URL(address);
  target.searchParams.set("page", `${number}`);
  return `<${target}>; rel="${name}"`;
}
