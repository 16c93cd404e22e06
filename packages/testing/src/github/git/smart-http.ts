import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname } from "node:path";

/** What a git client asks for over HTTP; null when the path is none of git's. */
export interface GitRequest {
  readonly fullName: string;
  /** As in `/info/refs`. */
  readonly rest: string;
  readonly writes: boolean;
}

export function gitRequest(address: URL): GitRequest | null {
  const [, fullName, rest] =
    /^\/([^/]+\/[^/]+?)(?:\.git)?(\/(?:info\/refs|git-upload-pack|git-receive-pack))$/.exec(address.pathname) ?? [];
  if (fullName === undefined || rest === undefined) return null;
  return { fullName, rest, writes: `${rest}${address.search}`.includes("git-receive-pack") };
}

/** Lets git's own HTTP server answer, as GitHub configures it: any commit may be fetched by its sha, and blobs left out. */
export function serveGit(
  directory: string,
  { rest }: GitRequest,
  address: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<number> {
  const settings = {
    "uploadpack.allowAnySHA1InWant": "true",
    "uploadpack.allowFilter": "true",
    "http.receivepack": "true",
  };
  const configured = Object.entries(settings).flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  const child = spawn("git", ["http-backend"], {
    stdio: ["pipe", "pipe", "ignore"],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_COUNT: `${Object.keys(settings).length}`,
      ...Object.fromEntries(configured),
      GIT_PROJECT_ROOT: dirname(directory),
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: `/${basename(directory)}${rest}`,
      QUERY_STRING: address.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      ...header(request, "content-length", "CONTENT_LENGTH"),
      ...header(request, "content-encoding", "HTTP_CONTENT_ENCODING"),
      ...header(request, "git-protocol", "GIT_PROTOCOL"),
    },
  });
  child.stdin.on("error", () => undefined);
  request.pipe(child.stdin);
  return relay(child.stdout, response);
}

function header(request: IncomingMessage, name: string, variable: string): Readonly<Record<string, string>> {
  const value = request.headers[name];
  return typeof value === "string" ? { [variable]: value } : {};
}

/** A CGI answer is its headers, an empty line, and the body; gives the status. */
function relay(output: NodeJS.ReadableStream, response: ServerResponse): Promise<number> {
  return new Promise((resolve, reject) => {
    let head: Buffer | null = Buffer.alloc(0);
    output.on("data", (part: Buffer) => {
      if (head === null) return void response.write(part);
      head = Buffer.concat([head, part]);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      const rest = head.subarray(end + 4);
      const headers = head
        .toString("latin1", 0, end)
        .split("\r\n")
        .map((line): [string, string] => {
          const at = line.indexOf(":");
          return [line.slice(0, at), line.slice(at + 1).trim()];
        });
      head = null;
      const status = Number.parseInt(headers.find(([name]) => name === "Status")?.[1] ?? "200", 10);
      response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== "Status")));
      response.write(rest);
    });
    output.on("error", reject);
    output.on("end", () => {
      if (head !== null) response.writeHead(500);
      response.end();
      resolve(response.statusCode);
    });
  });
}
