import { afterEach, expect, test } from "@jest/globals";
import { Scene, snapshot } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

const added = snapshot("tasks_v1", "task_id varchar", "status varchar", "more varchar");
const removed = snapshot("tasks_v1", "task_id varchar");
const jobs = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`src/jobs/job_${index}/fill.sql`, `SELECT ${index} FROM other`]),
);

/** How often the contents of files were asked for to judge a pull request: one by one, and together. */
async function readings(files: Readonly<Record<string, string>>) {
  const { number } = await scene.open("change", files);
  await scene.review(number);
  const count = (name: string) => scene.github.requests.filter(({ operation }) => operation === name).length;
  return { alone: count("git/get-blob"), together: count("graphql") };
}

test("jobs that stay as they are are not read", async () => {
  scene = await Scene.start(jobs);
  // The configuration and the view, as it was and as it is.
  expect(await readings(added)).toEqual({ alone: 3, together: 0 });
});

test("jobs are read together, once, where one of them changed", async () => {
  scene = await Scene.start(jobs);
  // What is the same on both sides is known when the other is read.
  expect(await readings({ "src/jobs/job_0/fill.sql": "SELECT 1 FROM another" })).toEqual({ alone: 2, together: 1 });
});

test("jobs are read together where readers may break", async () => {
  scene = await Scene.start(jobs);
  expect(await readings(removed)).toEqual({ alone: 3, together: 1 });
});

const names = Array.from({ length: 30 }, (_, index) => `view_${index}_v1`);
const sql = Object.fromEntries(names.map((name, index) => [`sql/${name}.sql`, `SELECT id FROM source_${index}`]));

/** The contracts of all of these views, each with these columns and SQL of its own. */
function contracts(...columns: readonly string[]): Record<string, string> {
  const rows = columns.map((column) => `      - { name: ${column}, physicalType: varchar }\n`).join("");
  const text = (name: string) => `apiVersion: v3.1.0
kind: DataContract
id: ${name}
version: 1.0.0
status: active
servers:
  - { server: trino, type: trino, host: trino.example.com, port: 443, catalog: a, schema: dev_prod_live }
schema:
  - name: ${name.replace("_v1", "")}
    physicalName: ${name}
    properties:
${rows}customProperties:
  - { property: sql, value: sql/${name}.sql }
`;
  return Object.fromEntries(names.map((name) => [`schemas/a/dev_prod_live/${name}.yaml`, text(name)]));
}

test("the SQL that changed contracts name is read together", async () => {
  scene = await Scene.start({ ...contracts("id"), ...sql });
  // The contracts as they were, as they are, and their SQL, which is the same on both sides.
  expect(await readings(contracts("id", "more"))).toEqual({ alone: 1, together: 3 });
});
