import type { GitObjects } from "../git-objects.js";
import { entriesOf } from "./tree-files.js";

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
  private readonly known = new Map<Names, Map<string, Promise<readonly string[]>>>();

  constructor(objects: GitObjects, paths: readonly string[]) {
    this.objects = objects;
    for (const path of paths) this.add(path);
  }

  /** Which of the paths are files (or links, or submodules) of the tree of this id. */
  async filesIn(tree: string): Promise<ReadonlySet<string>> {
    return new Set(await this.filesBelow(this.root, tree));
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

  private filesBelow(names: Names, tree: string): Promise<readonly string[]> {
    const answers = this.known.get(names) ?? new Map<string, Promise<readonly string[]>>();
    this.known.set(names, answers);
    const known = answers.get(tree);
    if (known) return known;
    const answer = this.read(names, tree);
    answers.set(tree, answer);
    return answer;
  }

  private async read(names: Names, tree: string): Promise<readonly string[]> {
    const found = await Promise.all(
      (await entriesOf(this.objects, tree)).map(({ path: name, type, id }) => {
        const asked = names.below.get(name);
        if (asked === undefined) return [];
        if (type !== "tree") return asked.path === null ? [] : [asked.path];
        return asked.below.size === 0 ? [] : this.filesBelow(asked, id);
      }),
    );
    return found.flat();
  }
}
