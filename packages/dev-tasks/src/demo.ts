import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Column, type Contract, parseSnapshotText } from "@schema-gate/contract";
import { writeSnapshots } from "@schema-gate/snapshot";
import { demoLive } from "./demo-live.js";

/** `pnpm demo`: what an engineer meets, on this repository's own snapshots. Fails when a verdict is not the one told. */
const root = fileURLToPath(new URL("../../../", import.meta.url));
const cli = join(root, "packages/cli/dist/schema-diff.js");
const folder = mkdtempSync(join(tmpdir(), "schema-gate-demo-"));
const committed = readCommitted();

interface Scene {
  readonly title: string;
  readonly exitCode: number;
  readonly edit: (views: readonly Contract[]) => readonly Contract[];
}

const finished = "v__evergreen__finished_tasks__v1";
const scenes: readonly Scene[] = [
  {
    title: "A team adds a column at the end of a view",
    exitCode: 0,
    edit: editColumns(finished, (columns) => [...columns, column("retry_reason", "varchar")]),
  },
  {
    title: "A team adds a column in the middle of a view",
    exitCode: 0,
    edit: editColumns(finished, (columns) => [
      ...columns.slice(0, 5),
      column("retry_reason", "varchar"),
      ...columns.slice(5),
    ]),
  },
  {
    title: "A team drops a column and changes the type of another",
    exitCode: 1,
    edit: editColumns(finished, (columns) =>
      columns
        .filter((each) => each.name !== "project_id")
        .map((each) => (each.name === "execution" ? { ...each, type: "varchar" } : each)),
    ),
  },
  {
    title: "The same, the way the policy asks for: v1 stays, v2 has the change",
    exitCode: 0,
    edit: (views) => [
      ...views,
      ...views
        .filter((view) => view.name === finished)
        .map((view) => ({
          ...view,
          name: finished.replace("v1", "v2"),
          columns: view.columns.filter((each) => each.name !== "project_id"),
        })),
    ],
  },
];

try {
  for (const [index, scene] of scenes.entries()) await play(scene, join(folder, `scene-${index + 1}`));
  await demoLive(cli, join(folder, "live"), join(root, "snapshots"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function play({ title, exitCode, edit }: Scene, after: string): Promise<void> {
  await writeSnapshots(after, edit(committed), []);
  process.stdout.write(`\n${"─".repeat(80)}\n${title}\n$ schema-diff diff snapshots ${"<the changed snapshots>"}\n\n`);
  const done = spawnSync(process.execPath, [cli, "diff", join(root, "snapshots"), after], {
    cwd: folder,
    encoding: "utf8",
  });
  process.stdout.write(done.stdout.replaceAll(`${after}/`, "snapshots/").replaceAll(root, "") + done.stderr);
  process.stdout.write(`\nexit code ${done.status}\n`);
  if (done.status !== exitCode) throw new Error(`“${title}” should have ended with exit code ${exitCode}.`);
}

function readCommitted(): Contract[] {
  const snapshots = join(root, "snapshots");
  return readdirSync(snapshots, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => parseSnapshotText(readFileSync(join(snapshots, file), "utf8"), `snapshots/${file}`));
}

function editColumns(name: string, edit: (columns: readonly Column[]) => readonly Column[]): Scene["edit"] {
  return (views) => views.map((view) => (view.name === name ? { ...view, columns: edit(view.columns) } : view));
}

function column(name: string, type: string): Column {
  return { name, type, nullable: null, comment: null };
}
