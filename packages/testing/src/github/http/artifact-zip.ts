import type { World } from "../state/world.js";
import type { SentReply } from "./sent-reply.js";

/** The archive behind the address that downloading an artifact leads to; as on GitHub, who has the address needs no token. */
export function artifactZip(world: World, { pathname }: URL): SentReply | null {
  const [, fullName = "", id] = /^\/([^/]+\/[^/]+)\/artifacts\/(\d+)\.zip$/.exec(pathname) ?? [];
  const artifact = world.repositories.get(fullName)?.artifacts.find((one) => `${one.id}` === id);
  if (artifact === undefined) return null;
  return { status: 200, body: artifact.zip, headers: { "content-type": "application/zip" } };
}
