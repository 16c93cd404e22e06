import type { TreeChanges, TreeFile } from "@schema-gate/gate";
import type { GitObjects, TreeEntry } from "../git-objects.js";
import { entriesOf, fileOf, filesOfTree } from "./tree-files.js";

/** A place in both trees: the ids of the trees that stand there, `null` where none does. */
interface Place {
  readonly before: string | null;
  readonly after: string | null;
  /** Ends in `/`; empty for the root. */
  readonly prefix: string;
}

/** What differs between two commits at or below some paths ("" is the whole tree). Trees of the same id are not read. */
export async function treeChanges(
  objects: GitObjects,
  before: string,
  after: string,
  paths: readonly string[],
): Promise<TreeChanges> {
  const [left, right] = await Promise.all([objects.commit(before), objects.commit(after)]);
  const walk = new Walk(objects, paths);
  await walk.compare({ before: left.tree, after: right.tree, prefix: "" });
  return { before: walk.before.sort(asGitSorts), after: walk.after.sort(asGitSorts) };
}

class Walk {
  readonly before: TreeFile[] = [];
  readonly after: TreeFile[] = [];
  private readonly objects: GitObjects;
  private readonly paths: readonly string[];

  constructor(objects: GitObjects, paths: readonly string[]) {
    this.objects = objects;
    this.paths = paths;
  }

  async compare({ before, after, prefix }: Place): Promise<void> {
    if (before === after) return;
    if ((before === null || after === null) && this.isAskedFor(prefix.slice(0, -1))) {
      // Nothing to compare with: everything there came, or went.
      return this.takeAll(before === null ? this.after : this.before, before ?? after ?? "", prefix);
    }
    const [left, right] = await Promise.all([this.entries(before), this.entries(after)]);
    const names = new Set([...left.keys(), ...right.keys()]);
    await Promise.all(Array.from(names, (name) => this.compareEntries(left.get(name), right.get(name), prefix + name)));
  }

  private async compareEntries(left: TreeEntry | undefined, right: TreeEntry | undefined, path: string): Promise<void> {
    if (left?.id === right?.id && left?.mode === right?.mode) return;
    const isAskedFor = this.isAskedFor(path);
    if (isAskedFor && left && left.type !== "tree") this.before.push(fileOf(left, path));
    if (isAskedFor && right && right.type !== "tree") this.after.push(fileOf(right, path));
    if (isAskedFor || this.leadsToAskedFor(path)) {
      await this.compare({ before: treeOf(left), after: treeOf(right), prefix: `${path}/` });
    }
  }

  private async takeAll(into: TreeFile[], tree: string, prefix: string): Promise<void> {
    for (const file of await filesOfTree(this.objects, tree, prefix)) into.push(file);
  }

  private async entries(tree: string | null): Promise<ReadonlyMap<string, TreeEntry>> {
    const entries = tree === null ? [] : await entriesOf(this.objects, tree);
    return new Map(entries.map((entry) => [entry.path, entry]));
  }

  private isAskedFor(path: string): boolean {
    return this.paths.some((asked) => asked === "" || path === asked || path.startsWith(`${asked}/`));
  }

  private leadsToAskedFor(path: string): boolean {
    return this.paths.some((asked) => asked.startsWith(`${path}/`));
  }
}

function treeOf(entry: TreeEntry | undefined): string | null {
  return entry?.type === "tree" ? entry.id : null;
}

/** Whole paths stand in trees in the order of their bytes. */
function asGitSorts(one: TreeFile, other: TreeFile): number {
  return Buffer.compare(Buffer.from(one.path), Buffer.from(other.path));
}
