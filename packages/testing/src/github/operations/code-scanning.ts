import { gunzipSync } from "node:zlib";
import { accepted, Refusal } from "../http/reply.js";
import { requiredText } from "../http/values.js";
import { commitNamed } from "../state/find.js";
import { apiUrl } from "../wire/repository.js";
import { type Handlers, inRepository } from "./call.js";

/** Taking in SARIF: gzip in base64, of a commit GitHub has. */
export const codeScanning: Handlers = {
  "code-scanning/upload-sarif": inRepository("security_events:write", async ({ world, repository, body }) => {
    await commitNamed(repository, requiredText(body, "commit_sha"));
    const sarif = unpacked(requiredText(body, "sarif"));
    if (typeof sarif !== "object" || sarif === null || Reflect.get(sarif, "version") !== "2.1.0") {
      throw new Refusal(400, "The SARIF file is not of version 2.1.0");
    }
    const id = `${world.nextId()}`;
    return accepted({ id, url: `${apiUrl(world, repository)}/code-scanning/sarifs/${id}` });
  }),
};

function unpacked(text: string): unknown {
  let json: string;
  try {
    json = gunzipSync(Buffer.from(text, "base64")).toString("utf8");
  } catch {
    throw new Refusal(400, "The SARIF data is not gzip in base64");
  }
  return JSON.parse(json);
}
