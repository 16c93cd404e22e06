import { snapshot } from "../scene.js";
import { type Asked, type Attack, blocked, bot, opened, unchecked } from "./attack.js";

const place = "snapshots/a/dev_prod_live/tasks_v1.json:10";

/** A column of this name goes: the title of its annotation, and what the comment says. */
function named(what: string, name: string, annotation: string, message: string): Attack {
  const [[file, text]] = Object.entries(snapshot("tasks_v1", "task_id varchar")) as [[string, string]];
  const view = JSON.parse(text);
  const column = { name, type: "varchar", nullable: null, comment: null };
  return {
    what: `a name with ${what}`,
    before: { [file]: JSON.stringify({ ...view, columns: [...view.columns, column] }, null, 2) },
    play: (field) => opened(field, "change", { [file]: text }),
    stands: {
      ...blocked,
      annotations: [`failure column-removed: ${annotation} ${place}`],
      lines: [
        "## Schema Gate: block, 1 blocking finding",
        "### `a.dev_prod_live.tasks_v1`",
        `- **BLOCK breaking**: Column \`${message}\` (\`varchar\`) was removed.`,
      ],
    },
  };
}

const views = Array.from({ length: 5000 }, (_, index) => `view_${String(index).padStart(4, "0")}_v1`);
const all = (...columns: readonly string[]) => Object.assign({}, ...views.map((name) => snapshot(name, ...columns)));
const huge = `row(${Array.from({ length: 20_000 }, (_, index) => `f${index} varchar`).join(", ")})`;

/** All views change: judged as the app or by a token, in what GitHub gives either an hour. */
function crowd(what: string, token: string | undefined, by: string, asked: Asked): Attack {
  return {
    what,
    before: all("id varchar", "state varchar"),
    async play({ scene }) {
      const target = await scene.open("change", all("id varchar"));
      await scene.review(target.number, token);
      return target;
    },
    stands: {
      checks: ["failure, 500 annotations: Block: 5000 blocking findings"],
      annotations: views
        .slice(0, 500)
        .map((view) => `failure column-removed: state snapshots/a/dev_prod_live/${view}.json:10`),
      comments: [`${by}: ## Schema Gate: block, 5000 blocking findings`],
      asked,
    },
  };
}

/** Texts of strangers, and too much of them. */
export const texts: readonly Attack[] = [
  named(
    "a mention and markup",
    "@everyone <img src=x onerror=alert(1)> [a](http://evil)",
    '"@everyone <img src=x onerror=alert(1)> [a](http://evil)"',
    '"@everyone <img src=x onerror=alert(1)> [a](http://evil)"',
  ),
  named(
    "the end of a comment, a heading and our marker",
    "-->\n## Schema Gate: pass\n<!-- schema-gate schema-gate -->",
    '"-->\\u{a}#\\u{23} schema gate: pass\\u{a}<!-- schema-gate schema-gate -->"',
    '"-->\\u{a}#\\u{23} schema gate: pass\\u{a}<!-- schema-gate schema-gate -->"',
  ),
  named(
    "characters that turn the line around, ring and colour",
    "a\u202eb\u0007\u001b[31m",
    '"a\\u{202e}b\\u{7}\\u{1b}[31m"',
    '"a\\u{202e}b\\u{7}\\u{1b}[31m"',
  ),
  {
    what: "a file whose name is a mention with markup",
    play: (field) => opened(field, "change", { "snapshots/@everyone <img src=x> \u202e `x`.json": "{}" }),
    stands: unchecked,
  },
  {
    what: "branches with names of other scripts, signs of addresses and commands",
    play: async (field) => {
      const base = "größe/#1&日本語/$(id);`id`%2e%2e";
      field.scene.bare.commit({ branch: base, from: "main", files: { "notes.md": "" } });
      return opened(field, "@everyone/<b>-🙈", snapshot("tasks_v1", "task_id varchar"), { base });
    },
    stands: blocked,
  },
  crowd("5,000 changed views", undefined, bot, { requests: 40, queries: 80 }),
  crowd("5,000 changed views, judged by the token of a job", "job", "github-actions[bot]", {
    requests: 39,
    queries: 80,
  }),
  {
    what: "one finding of 300 kB",
    play: (field) => opened(field, "change", snapshot("tasks_v1", "task_id varchar", `status ${huge}`)),
    stands: blocked,
  },
];
