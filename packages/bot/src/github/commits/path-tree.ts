import type { TreeFile } from "@schema-gate/gate";
import type { GitObjects } from "../git-objects.js";
import { entriesOf, fileOf } from "./tree-files.js";

/** Paths by their first names: what each name is itself, and what is asked for below it. */
interface Names {
  /** The whole path, where it ends here. */
  path: string | null;
  readonly below: Map<string, Names>;
}

/** Some paths, looked for in one tree after the other. A folder that was seen before is not read again. */
export class PathTree {
  private readonly objects: GitObjects;
  private readonly root: Names = { path: null, below: new Map() };
  private readonly known = new Map<Names, Map<string, Promise<readonly TreeFile[]>>>();

  constructor(objects: GitObjects, paths: readonly string[]) {
    this.objects = objects;
    for (const path of paths) this.add(path);
  }

  /** What stands at those of the paths that are files (or links, or submodules) of the tree of this id, by path. */
  async filesIn(tree: string): Promise<ReadonlyMap<string, TreeFile>> {
    return new Map((await this.filesBelow(this.root, tree)).map((file) => [file.path, file]));
  }

  private add(path: string): void {
    let names = this.root;
    for (const name of path.split("/")) {
      const next = names.below.get(name) ?? { path: null, below: new Map() };
      names.below.set(name, next);
      names = next;
    }
    names.path = path;
  }

  private filesBelow(names: Names, tree: string): Promise<readonly TreeFile[]> {
    const answers = this.known.get(names) ?? new Map<string, Promise<readonly TreeFile[]>>();
    this.known.set(names, answers);
    const known = answers.get(tree);
    if (known) return known;
    const answer = this.read(names, tree);
    answers.set(tree, answer);
    return answer;
  }

  private async read(names: Names, tree: string): Promise<readonly TreeFile[]> {
    const found = await Promise.all(
      (await entriesOf(this.objects, tree)).map((entry) => {
        const asked = names.below.get(entry.path);
        if (asked === undefined) return [];
        if (entry.type !== "tree") return asked.path === null ? [] : [fileOf(entry, asked.path)];
        return asked.below.size === 0 ? [] : this.filesBelow(asked, entry.id);
      }),
    );
    return found.flat();
  }
}
