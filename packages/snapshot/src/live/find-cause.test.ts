import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { aTrinoError } from "../testing/a-schema.js";
import { type Answer, scriptedPort } from "../testing/scripted-port.js";
import { type CauseSearch, findCause } from "./find-cause.js";

const view = { catalog: "c", schema: "s", name: "top" };

/** A text of SQL here is the names it reads, with commas between. */
const tablesRead: CauseSearch["tablesRead"] = (text) =>
  text === "?" ? "it is a template" : text.split(",").map((name) => name.split("."));

function search(definitions: Record<string, string>, ...answers: Answer[]): CauseSearch {
  const known = Object.entries(definitions).map(([name, text]) => [`c.s.${name}`, text] as const);
  const port = scriptedPort([...answers, [/^DESCRIBE/, []], [/^EXPLAIN/, [[true]]], [/information_schema\.views/, []]]);
  return { port, tablesRead, definitions: new Map(known) };
}

const missing = aTrinoError("TABLE_NOT_FOUND", "line 1:1: Table 'c.s.base' does not exist");
const broken = aTrinoError("INVALID_VIEW", "Failed analyzing stored view");

test("a source that is not there is the cause, whatever else is read", async () => {
  const given = search({ top: "land.other,land.base" }, [/^DESCRIBE "c"\."land"\."base"/, missing]);
  expect(await findCause(given, view)).toEqual(["c.land.base"]);
});

test("views that fail below are followed down to the table that began it", async () => {
  const given = search({ top: "c.s.fine,c.s.middle", middle: "d.land.base" }, [/^EXPLAIN.*"middle"/, broken]);
  expect(await findCause(given, view)).toEqual(["d.land.base"]);
});

test("the SQL of views elsewhere is asked for; without it the view itself is named", async () => {
  const below: Answer = [/^EXPLAIN.*"far"/, broken];
  const given = search({ top: "d.x.far" }, below, [
    /"d"\.information_schema\.views WHERE table_schema = 'x'/,
    [["d.x.base"]],
  ]);
  expect(await findCause(given, view)).toEqual(["d.x.base"]);
  expect(await findCause(search({ top: "d.x.far" }, below), view)).toEqual(["d.x.far"]);
});

test("where all sources are well, one of them must have changed", async () => {
  expect(await findCause(search({ top: "b,a,b" }), view)).toEqual(["c.s.a", "c.s.b"]);
});

test("views that read each other end the search", async () => {
  const given = search({ top: "c.s.top" }, [/^EXPLAIN/, broken]);
  expect(await findCause(given, view)).toEqual(["c.s.top"]);
});

test("without SQL that can be read nothing is claimed", async () => {
  expect(await findCause(search({ top: "?" }), view)).toEqual([]);
  expect(await findCause(search({}), view)).toEqual([]);
});

test("a server that goes away while the cause is looked for is no cause", async () => {
  const down = new UserError("unreachable", "Cannot reach Trino");
  await expect(findCause(search({ top: "a" }, [/^DESCRIBE/, down]), view)).rejects.toBe(down);
  const busy = aTrinoError("QUERY_QUEUE_FULL", "Too many queued queries", "INSUFFICIENT_RESOURCES");
  await expect(findCause(search({ top: "a" }, [/^EXPLAIN/, busy]), view)).rejects.toBe(busy);
});
