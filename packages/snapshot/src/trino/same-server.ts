import { UserError } from "@schema-gate/contract";

/**
 * The absolute address a request may go to: on the configured server, or refused before anything is sent, because every
 * request carries the credentials.
 */
export function addressOnServer(address: string, server: URL): string {
  const url = URL.canParse(address, server.href) ? new URL(address, server) : null;
  if (url !== null && url.origin === server.origin && url.username === "" && url.password === "") return url.href;
  const other = url === null || url.origin === "null" ? "an address that is not a web address" : url.origin;
  throw new UserError(
    "unreachable",
    `Trino at ${server.origin} says its answer continues at ${other}. Nothing was sent there: credentials go to the ` +
      "configured server only. If a proxy stands in front of Trino, let Trino use its forwarded address " +
      "(http-server.process-forwarded=true), or write the address Trino names into the profile.",
  );
}

/** Where statements are sent; the server may live below a path, as behind a gateway. */
export function statementAddress(server: URL): string {
  return `${server.href.replace(/\/+$/, "")}/v1/statement`;
}
