import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut for good, as when the server dies. */
export interface CutOffProxy {
  readonly url: string;
  /** Breaks every connection and takes no new ones. */
  cut(): void;
}

/** Starts a proxy on loopback to the server at `target`. */
export async function startCutOffProxy(target: string): Promise<CutOffProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const proxy = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    proxy.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, cut };
}
