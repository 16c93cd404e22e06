import { randomBytes } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { UserError } from "@schema-gate/contract";

/** Sockets have no longer paths than this, in bytes, on any system we run on. */
const LONGEST_PATH = 103;
/** How long another process may take to say who it is, in milliseconds. */
const PATIENCE = 2000;

/**
 * Takes a folder for this process alone, and returns how to give it back; throws a UserError where another process has it.
 * Each process listens on a socket of its own in the folder and then asks all others there: one that was killed does not
 * answer, and of two that start at once at least one hears the other.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const sockets = join(folder, "lock");
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  const own = randomBytes(4).toString("hex");
  const path = join(sockets, own);
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new UserError(
      "usage",
      `The path of the state folder ${folder} is too long; give one of 80 characters at most.`,
    );
  const server = await listen(path);
  const release = () => new Promise<void>((resolve) => server.close(() => resolve()));
  for (const name of await readdir(sockets)) {
    if (name === own) continue;
    const holder = await ask(join(sockets, name));
    if (holder === null) {
      await rm(join(sockets, name), { force: true });
      continue;
    }
    await release();
    throw new UserError(
      "usage",
      `The state folder ${folder} is in use by process ${holder}. Stop that one first, or give this one a folder of its own.`,
    );
  }
  return release;
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.end(String(process.pid));
    });
    server.once("error", reject);
    // It keeps no program from ending.
    server.listen(path, () => resolve(server.unref()));
  });
}

/** The process that listens there, or `null` where none does. */
function ask(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(path);
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      answer += text;
    });
    // Whoever took the connection is there, even if it never says who it is.
    socket.on("end", () => resolve(answer || "unknown"));
    socket.setTimeout(PATIENCE, () => {
      socket.destroy();
      resolve("unknown");
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      // Any other error says that there is somebody: busy, on its way out, or of another user.
      resolve(error.code === "ECONNREFUSED" || error.code === "ENOENT" ? null : "unknown");
    });
  });
}
