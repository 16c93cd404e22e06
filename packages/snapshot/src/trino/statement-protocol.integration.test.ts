import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { talk } from "../testing/doubles.js";
import { TrinoError } from "./trino-error.js";

const id = "20261122_000000_00001_abcde";
const signature = { rawType: "bigint", arguments: [] };
const columns = [{ name: "total", type: "bigint", typeSignature: signature }];

const tableNotFound = {
  message: "line 1:15: Table 'memory.s.orders' does not exist",
  errorCode: 46,
  errorName: "TABLE_NOT_FOUND",
  errorType: "USER_ERROR",
  errorLocation: { lineNumber: 1, columnNumber: 15 },
  failureInfo: { type: "io.trino.spi.TrinoException", message: "…", stack: [] },
};

test("rows of all pages are joined, the first reply's own rows and columns included", async () => {
  const { port, seen } = await talk((url) => [
    { json: { id, columns, data: [[1]], nextUri: `${url}/v1/statement/executing/${id}/1` } },
    { json: { id, nextUri: `${url}/v1/statement/executing/${id}/2` } },
    { json: { id, columns, data: [], nextUri: `${url}/v1/statement/executing/${id}/3` } },
    { json: { id, columns, data: [[2], [3]], nextUri: `${url}/v1/statement/executing/${id}/4` } },
    { json: { id, columns } },
  ]);
  expect(await port.query("SELECT total FROM orders")).toEqual({ columns, rows: [[1], [2], [3]] });
  expect(seen.map(({ method, path, body }) => [method, path, body])).toEqual([
    ["POST", "/v1/statement", "SELECT total FROM orders"],
    ["GET", `/v1/statement/executing/${id}/1`, ""],
    ["GET", `/v1/statement/executing/${id}/2`, ""],
    ["GET", `/v1/statement/executing/${id}/3`, ""],
    ["GET", `/v1/statement/executing/${id}/4`, ""],
  ]);
});

test("a whole result in the first reply is not lost", async () => {
  const { port } = await talk(() => [{ json: { id, columns, data: [[7]] } }]);
  expect(await port.query("SELECT 7")).toEqual({ columns, rows: [[7]] });
});

test("an empty result keeps its columns", async () => {
  const { port } = await talk((url) => [{ json: { id, nextUri: `${url}/1` } }, { json: { id, columns } }]);
  expect(await port.query("SELECT 7 WHERE false")).toEqual({ columns, rows: [] });
});

test("an error in the first reply is thrown with its name, place and query", async () => {
  const { port, seen } = await talk(() => [{ json: { id, error: tableNotFound } }]);
  const error = await port.query("SELECT * FROM orders").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TrinoError);
  expect(error).toMatchObject({
    message: "line 1:15: Table 'memory.s.orders' does not exist",
    errorName: "TABLE_NOT_FOUND",
    errorType: "USER_ERROR",
    queryId: id,
    location: { line: 1, column: 15 },
  });
  expect(seen.map(({ method }) => method)).toEqual(["POST"]);
});

test("an error on a later page is thrown, whatever rows came before", async () => {
  const failed = { message: "Division by zero", errorName: "DIVISION_BY_ZERO", errorType: "USER_ERROR" };
  const { port, seen } = await talk((url) => [
    { json: { id, nextUri: `${url}/1` } },
    { json: { id, columns, data: [[1]], nextUri: `${url}/2` } },
    { json: { id, columns, error: failed } },
  ]);
  const error = await port.query("SELECT 1 / total FROM orders").catch((thrown: unknown) => thrown);
  expect(error).toEqual(new TrinoError({ ...failed, queryId: id, location: null }));
  expect(seen.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
});

test("integers stay exact, in rows and beside texts that look like them", async () => {
  const rows =
    '[[9223372036854775807,-9223372036854775808,9007199254740991],[1,0.1,"\\"9223372036854775807, x"],[1e300,"NaN",null]]';
  const { port } = await talk(() => [{ text: `{"id":"${id}","columns":[],"data":${rows}}` }]);
  expect((await port.query("SELECT 1")).rows).toEqual([
    ["9223372036854775807", "-9223372036854775808", 9007199254740991],
    [1, 0.1, '"9223372036854775807, x'],
    [1e300, "NaN", null],
  ]);
});

test("the type signature is handed on as sent; recorded from 480: row field names print quoted", async () => {
  const recorded = {
    name: "details",
    type: 'row("trace_id" varchar, "B b" array(timestamp(6)))',
    typeSignature: {
      rawType: "row",
      arguments: [
        {
          kind: "NAMED_TYPE",
          value: {
            fieldName: { name: "trace_id" },
            typeSignature: { rawType: "varchar", arguments: [{ kind: "LONG", value: 2147483647 }] },
          },
        },
        {
          kind: "NAMED_TYPE",
          value: {
            fieldName: { name: "B b" },
            typeSignature: {
              rawType: "array",
              arguments: [{ kind: "TYPE", value: { rawType: "timestamp", arguments: [{ kind: "LONG", value: 6 }] } }],
            },
          },
        },
      ],
    },
  };
  const { port } = await talk(() => [{ json: { id, columns: [recorded] } }]);
  expect((await port.query("SELECT * FROM v LIMIT 0")).columns).toEqual([recorded]);
});

test("a compressed body and names in any script are read", async () => {
  const named = [{ ...columns[0], name: "größe_数_🦆" }];
  const { port, seen } = await talk(() => [{ gzip: true, json: { id, columns: named, data: [["数\u2028🦆\u0000"]] } }]);
  expect(await port.query("SELECT '数🦆'")).toEqual({ columns: named, rows: [["数\u2028🦆\u0000"]] });
  expect([seen[0]?.body, seen[0]?.headers["content-type"]]).toEqual(["SELECT '数🦆'", "text/plain; charset=utf-8"]);
});

test("a result of very many pages and rows arrives whole and in order", async () => {
  const pages = Array.from({ length: 400 }, (_, page) => Array.from({ length: 500 }, (_, row) => [page * 500 + row]));
  const { port } = await talk((url) =>
    pages.map((data, page) => ({ json: { id, columns, data, ...(page < 399 && { nextUri: `${url}/${page}` }) } })),
  );
  const { rows } = await port.query("SELECT total FROM orders");
  expect(rows.length).toBe(200_000);
  expect(rows.every(([total], index) => total === index)).toBe(true);
});

test("one page of very many rows does not overflow the stack", async () => {
  const data = Array.from({ length: 300_000 }, () => [1]);
  const { port } = await talk(() => [{ json: { id, columns, data } }]);
  expect((await port.query("SELECT 1")).rows.length).toBe(300_000);
});

test.each([
  ["a web page", { text: "<html>log in</html>", headers: { "content-type": "text/html" } }],
  ["an empty body", { text: "" }],
  ["JSON of another shape", { json: { status: "ok" } }],
  ["rows that are no rows", { json: { id, data: [1] } }],
  ["JSON cut off", { text: `{"id":"${id}","data":[[1` }],
])("%s instead of a reply is an unreachable server", async (_, reply) => {
  const { port, url } = await talk(() => [reply]);
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `What answers at ${url} does not speak Trino's protocol, or its answer was cut off. Check the address in the profile.`,
    ),
  );
});
