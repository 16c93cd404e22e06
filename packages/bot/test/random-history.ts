import { execFileSync } from "node:child_process";
import fc from "fast-check";

/** What stands at a path: a file, one that runs, a link or a submodule, with what is in it. */
export interface Entry {
  readonly mode: "100644" | "100755" | "120000" | "160000";
  readonly content: number;
}

/** A commit as it is written; a test may write some by hand. */
export interface RandomCommit {
  /** Which commits it comes from, counted back from it; the second makes it a merge. */
  readonly parents: readonly [number, number | null];
  /** Of which parent a merge keeps the files. */
  readonly keeps: "first" | "second";
  readonly edits: readonly { readonly path: string; readonly entry: Entry | null }[];
  /** Seconds since 1970, in no order. */
  readonly at: number;
}

/** Paths that lie in, beside and in the way of one another. */
export const paths = ["s", "s/a", "s/a/x", "s/b", "s.x", "s-x/a", "t/a/x", "t/a/y", "t/é 1", "u"] as const;

const entry = fc.record({
  mode: fc.constantFrom<Entry["mode"]>("100644", "100644", "100644", "100755", "120000", "160000"),
  content: fc.integer({ min: 0, max: 3 }),
});
const edit = fc.record({ path: fc.constantFrom(...paths), entry: fc.option(entry, { freq: 2 }) });
const commit = fc.record<RandomCommit>({
  parents: fc.tuple(
    fc.constantFrom(1, 1, 1, 2, 3),
    fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 }),
  ) as fc.Arbitrary<RandomCommit["parents"]>,
  keeps: fc.constantFrom("first", "second"),
  edits: fc.array(edit, { maxLength: 3 }),
  at: fc.integer({ min: 1, max: 8_000_000_000 }),
});
/** As merges and the commits between them come, and as they come where nobody merges. */
const straight = commit.map((one): RandomCommit => ({ ...one, parents: [1, null] }));

export const randomHistory: fc.Arbitrary<readonly RandomCommit[]> = fc.oneof(
  fc.array(commit, { minLength: 2, maxLength: 16 }),
  fc
    .tuple(fc.array(commit, { minLength: 1, maxLength: 6 }), fc.array(straight, { minLength: 20, maxLength: 40 }))
    .map(([before, after]) => [...before, ...after]),
);

/** Writes a history into a bare repository and gives its commits in order. */
export function writeHistory(directory: string, branch: string, history: readonly RandomCommit[]): readonly string[] {
  const states: ReadonlyMap<string, Entry>[] = [];
  const marks = history.map((_, index) => index + 1);
  const stream = history.map((one, index) => {
    const [first, second] = one.parents.map((back) => (back === null || back > index ? null : index - back));
    const from = index === 0 ? null : (first ?? index - 1);
    const merged = second === null || second === undefined || second === from ? null : second;
    const kept = states[(one.keeps === "second" ? merged : null) ?? from ?? -1] ?? new Map<string, Entry>();
    states.push(edited(kept, one.edits));
    return commitText(branch, one.at, marks[index] ?? 0, { from, merged, state: states[index] ?? new Map() });
  });
  const exported = `${directory}/${branch}.marks`;
  const fastImport = ["--git-dir", directory, "fast-import", "--quiet", "--force", `--export-marks=${exported}`];
  execFileSync("git", fastImport, { input: `${stream.join("")}done\n` });
  const ids = execFileSync("git", ["--git-dir", directory, "rev-list", "--no-walk=unsorted", "--stdin"], {
    input: markedIds(exported).join("\n"),
    encoding: "utf8",
  });
  return ids.trimEnd().split("\n");
}

function markedIds(file: string): readonly string[] {
  const lines = execFileSync("cat", [file], { encoding: "utf8" }).trimEnd().split("\n");
  const byMark = lines.map((line) => line.slice(1).split(" "));
  return byMark.sort(([one], [other]) => Number(one) - Number(other)).map(([, id]) => id ?? "");
}

/** A file at a path takes away what stands below it and what stands in its way. */
function edited(state: ReadonlyMap<string, Entry>, edits: RandomCommit["edits"]): ReadonlyMap<string, Entry> {
  const after = new Map(state);
  for (const { path, entry } of edits) {
    after.delete(path);
    if (entry === null) continue;
    for (const other of after.keys()) {
      if (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) after.delete(other);
    }
    after.set(path, entry);
  }
  return after;
}

interface Written {
  readonly from: number | null;
  readonly merged: number | null;
  readonly state: ReadonlyMap<string, Entry>;
}

function commitText(branch: string, at: number, mark: number, { from, merged, state }: Written): string {
  const head = `commit refs/heads/${branch}\nmark :${mark}\ncommitter ann <ann@example.com> ${at} +0000\ndata 1\nx\n`;
  const parents = [
    ...(from === null ? [] : [`from :${from + 1}\n`]),
    ...(merged === null ? [] : [`merge :${merged + 1}\n`]),
  ];
  const files = Array.from(state, ([path, { mode, content }]) =>
    mode === "160000"
      ? `M 160000 ${`${content}`.repeat(40).replace(/^0/, "a")} "${path}"\n`
      : `M ${mode} inline "${path}"\ndata 1\n${content}\n`,
  );
  return `${from === null ? `reset refs/heads/${branch}\n\n` : ""}${head}${parents.join("")}deleteall\n${files.join("")}`;
}
