import { UserError } from "@schema-gate/contract";
import { type KnownReader, openSides, type Policy, parseSideSpec, readerLabel } from "@schema-gate/gate";
import type { Io } from "./io.js";
import { judgeSides } from "./judge-sides.js";
import { requireAsOf } from "./judging-options.js";

/** A known reader with the findings that break it, or may. */
export interface ChangedReader extends KnownReader {
  readonly broken: readonly {
    readonly finding: string;
    readonly rule: string;
    readonly path: string;
    readonly isCertain: boolean;
  }[];
}

interface Since {
  /** The side it was, such as `git:HEAD~1`. */
  readonly since: string;
  readonly asOf: string;
  readonly policy: Policy;
}

/** What the change of a view since a side does to those known to read it; `label` is the view's. */
export async function changedReaders(
  label: string,
  found: readonly KnownReader[],
  { since, asOf, policy }: Since,
  io: Io,
): Promise<ChangedReader[]> {
  const before = parseSideSpec(since);
  if (before.kind === "live" || before.kind === "plan") {
    throw new UserError("usage", `--since ${JSON.stringify(since)} must be a directory, a bundle or git:<revision>.`);
  }
  const sides = await openSides(before, { kind: "path", path: "." }, io.cwd);
  const options = { format: "json", asOf: requireAsOf({ asOf }) } as const;
  const { findings } = await judgeSides(policy, sides, options, "diff", io);
  const own = findings.filter(({ view }) => view === label);
  return found.map((reader) => ({
    ...reader,
    broken: own.flatMap(({ id, rule, path, readers, queries }) => {
      const at = readers.indexOf(readerLabel(reader));
      return at < 0 ? [] : [{ finding: id, rule, path, isCertain: at < (queries?.failing ?? 0) }];
    }),
  }));
}
