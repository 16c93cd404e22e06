import { GRAPHQL } from "../graphql/answer-query.js";

/**
 * The address of a request on github.com: a GitHub Enterprise Server has its REST API below `/api/v3` and its GraphQL API at
 * `/api/graphql`, and so it does here.
 */
export function askedAddress(path: string, world: { readonly url: string }): URL {
  const address = new URL(path, world.url);
  if (address.pathname === "/api/graphql") address.pathname = `/${GRAPHQL}`;
  else address.pathname = address.pathname.replace(/^\/api\/v3(?=\/(?!graphql$))/, "");
  return address;
}

/** Whether a request is one of the GraphQL API. */
export function isQuery(method: string, { pathname }: URL): boolean {
  return method === "POST" && pathname === `/${GRAPHQL}`;
}
