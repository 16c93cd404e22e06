import { createServer } from "node:net";

/** A port of loopback that nobody listens on now; somebody may take it before we do, so starting is tried again. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");
      probe.close(() => resolve(address.port));
    });
  });
}
