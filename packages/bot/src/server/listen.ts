import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "@schema-gate/contract";

/** Has a server listen; gives its address, as in `http://127.0.0.1:3000`. Throws a UserError where it may not. */
export function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const text = `Cannot listen on ${host}, port ${port}: ${cause.code}. Give others by --host and --port.`;
      reject(new UserError("usage", text, { cause }));
    });
    server.listen(port, host, () => {
      const { address, family, port: bound } = server.address() as AddressInfo;
      resolve(`http://${family === "IPv6" ? `[${address}]` : address}:${bound}`);
    });
  });
}
