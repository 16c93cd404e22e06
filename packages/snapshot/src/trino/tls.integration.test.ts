import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { generate } from "selfsigned";
import { aProfile } from "../testing/a-profile.js";
import { temporaryDirectory } from "../testing/temporary-directory.js";
import { openTrino } from "./open-trino.js";

let server: Server;
let certificate = "";
let url = "";

beforeAll(async () => {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  certificate = cert;
  server = createServer({ cert, key }, ({ headers }, response) => {
    response.end(JSON.stringify({ id: "20261122_000000_00006_abcde", data: [[headers.authorization]] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

test("a server signed by the authority of the CA file is trusted, and gets the credentials", async () => {
  const directory = await temporaryDirectory();
  await writeFile(join(directory, "ca.pem"), certificate);
  const profile = aProfile(url, { caFile: "ca.pem", auth: { kind: "bearer", tokenEnv: "TRINO_TOKEN" } });
  const port = openTrino(profile, { TRINO_TOKEN: "token" }, { directory });
  expect((await port.query("SELECT 1")).rows).toEqual([["Bearer token"]]);
  await port.close();
});

test("any other authority is not, and the message names the key that helps", async () => {
  const port = openTrino(aProfile(url), {});
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${url}: its certificate is not accepted (DEPTH_ZERO_SELF_SIGNED_CERT) (sending a statement, tried once). Name the authority that signed it as \`caFile\` in the profile.`,
    ),
  );
});
