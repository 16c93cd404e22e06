import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "@jest/globals";
import { SqlRefused } from "../query/run-sql.js";
import { waitUntilReady } from "./wait-until-ready.js";

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** A server that gives one list of answers per request, the last one again and again; returns its URL, what was asked, and by which users. */
async function answering(answers: Readonly<Record<string, readonly unknown[]>>) {
  const asked: string[] = [];
  const users: unknown[][] = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += String(part);
    });
    request.on("end", () => {
      const question = body === "" ? (request.url ?? "") : body.split(" ", 2).join(" ");
      const earlier = asked.filter((each) => each === question).length;
      asked.push(question);
      if (body !== "") users.push([request.headers["x-trino-user"], request.headers["x-presto-user"]]);
      const list = answers[question] ?? [{}];
      response.end(JSON.stringify(list[Math.min(earlier, list.length - 1)]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, asked, users };
}

const noNodes = { error: { errorName: "NO_NODES_AVAILABLE", message: "No nodes available to run query" } };
const started = (version: string) => ({ starting: false, nodeVersion: { version } });

test("a server is ready once it has started and a query that reads a table succeeds", async () => {
  const { url, asked, users } = await answering({
    "/v1/info": [{ starting: true }, started("476")],
    "SELECT count(*)": [noNodes, {}],
  });
  expect(await waitUntilReady(url, () => true, 60)).toBe("476");
  expect(users).toEqual([
    ["sandbox", undefined],
    ["sandbox", undefined],
    ["sandbox", undefined],
    ["sandbox", undefined],
  ]);
  expect(asked).toEqual(["/v1/info", "/v1/info", "CREATE TABLE", "SELECT count(*)", "SELECT count(*)", "DROP TABLE"]);
});

test("PrestoDB is spoken to by its own headers", async () => {
  const { url, users } = await answering({ "/v1/info": [started("0.296-8661b73")] });
  expect(await waitUntilReady(url, () => true, 60)).toBe("0.296-8661b73");
  expect(users).toEqual([
    [undefined, "sandbox"],
    [undefined, "sandbox"],
    [undefined, "sandbox"],
  ]);
});

test("any other refusal is an error at once", async () => {
  const refusal = { error: { errorName: "CATALOG_NOT_FOUND", message: "Catalog 'memory' not found" } };
  const { url } = await answering({ "/v1/info": [started("476")], "CREATE TABLE": [refusal] });
  await expect(waitUntilReady(url, () => true, 60)).rejects.toEqual(
    new SqlRefused("CATALOG_NOT_FOUND", "Catalog 'memory' not found"),
  );
});

test("a server that ended, or that never gets there, is not waited for", async () => {
  const { url } = await answering({ "/v1/info": [{ starting: true }] });
  await expect(waitUntilReady(url, () => false, 60)).rejects.toThrow("it ended while starting");
  await expect(waitUntilReady(url, () => true, 0)).rejects.toThrow("it did not answer within 0 seconds");
});
