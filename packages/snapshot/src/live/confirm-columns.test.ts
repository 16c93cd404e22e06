import { expect, test } from "@jest/globals";
import { aTrinoError } from "../testing/a-schema.js";
import { scriptedPort } from "../testing/scripted-port.js";
import { hiddenColumns } from "./confirm-columns.js";

const view = { catalog: "c", schema: "s", name: "v" };

test("a column that may not be read is hidden, one that is not there is gone", async () => {
  const port = scriptedPort([
    [/SELECT "secret"/, aTrinoError("PERMISSION_DENIED", "Access Denied: Cannot select from columns [secret]")],
    [/SELECT "gone"/, aTrinoError("COLUMN_NOT_FOUND", "line 1:8: Column 'gone' cannot be resolved")],
    [/SELECT "there"/, [[true]]],
  ]);
  expect(await hiddenColumns(port, view, ["secret", "gone", "there"])).toEqual(["secret", "there"]);
  expect(port.asked[0]).toBe('EXPLAIN (TYPE VALIDATE) SELECT "secret" FROM "c"."s"."v"');
});

test("a server in trouble hides nothing and shows nothing", async () => {
  const busy = aTrinoError("SERVER_SHUTTING_DOWN", "Server is shutting down", "INTERNAL_ERROR");
  await expect(hiddenColumns(scriptedPort([[/./, busy]]), view, ["a"])).rejects.toMatchObject({ kind: "unreachable" });
});
