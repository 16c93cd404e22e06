import { afterEach, expect, test } from "@jest/globals";
import { Scene, snapshot } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

const bot = "schema-gate[bot]";
const place = "snapshots/a/dev_prod_live/tasks_v1.json:10";

/** What a column of this name that goes leaves on GitHub: the title of its annotation, and its line of the comment. */
async function removing(name: string): Promise<readonly [readonly string[], readonly string[]]> {
  const column = { name, type: "varchar", nullable: null, comment: null };
  const [[file, text]] = Object.entries(snapshot("tasks_v1", "task_id varchar")) as [[string, string]];
  const view = JSON.parse(text);
  scene = await Scene.start({ [file]: JSON.stringify({ ...view, columns: [...view.columns, column] }, null, 2) });
  const { number, head } = await scene.open("change", { [file]: text });
  await scene.review(number);
  expect(await scene.comments(number)).toEqual([`${bot}: ## Schema Gate: block, 1 blocking finding`]);
  const lines = (await scene.commentBody(number)).split("\n").filter((line) => /^[#-]/.test(line));
  return [await scene.annotations(head), lines];
}

test.each([
  [
    "a mention and markup",
    "@everyone <img src=x onerror=alert(1)> [a](http://evil)",
    'failure column-removed: "@everyone <img src=x onerror=alert(1)> [a](http://evil)"',
    'Column `"@everyone <img src=x onerror=alert(1)> [a](http://evil)"` (`varchar`) was removed.',
  ],
  [
    "the end of a comment, a heading and our marker",
    "-->\n## Schema Gate: pass\n<!-- schema-gate schema-gate -->",
    'failure column-removed: "-->\\u{a}#\\u{23} schema gate: pass\\u{a}<!-- schema-gate schema-gate -->"',
    'Column `"-->\\u{a}#\\u{23} schema gate: pass\\u{a}<!-- schema-gate schema-gate -->"` (`varchar`) was removed.',
  ],
  [
    "characters that turn the line around, ring and colour",
    "a\u202eb\u0007\u001b[31m",
    'failure column-removed: "a\\u{202e}b\\u{7}\\u{1b}[31m"',
    'Column `"a\\u{202e}b\\u{7}\\u{1b}[31m"` (`varchar`) was removed.',
  ],
])("%s in a name are shown, not obeyed", async (_what, name, annotation, message) => {
  const [annotations, lines] = await removing(name);
  expect(annotations).toEqual([`${annotation} ${place}`]);
  expect(lines).toEqual([
    "## Schema Gate: block, 1 blocking finding",
    "### `a.dev_prod_live.tasks_v1`",
    `- **BLOCK breaking**: ${message}`,
  ]);
});

test("one finding of 300 kB is cut, counted and placed", async () => {
  scene = await Scene.start();
  const huge = `row(${Array.from({ length: 20_000 }, (_, index) => `f${index} varchar`).join(", ")})`;
  const { number, head } = await scene.open("change", snapshot("tasks_v1", "task_id varchar", `status ${huge}`));
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([
    { check: "schema-gate: schema-gate", ended: "failure", title: "Block: 1 blocking finding", annotations: 1 },
  ]);
  expect((await scene.commentBody(number)).length).toBeLessThan(5000);
});
