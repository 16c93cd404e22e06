import { historyError, type RecordedLine, takeItBack } from "./parse-history.js";

/**
 * The lines from oldest to newest, each after those it follows. The order does not depend on that of the file, which a merge
 * leaves to chance. Throws a UserError when a line follows one that is not there.
 */
export function orderLines(lines: readonly RecordedLine[], file: string): RecordedLine[] {
  const depths = depthsOf(lines, file);
  const depthOf = ({ id }: RecordedLine) => depths.get(id) ?? 0;
  return [...lines].sort(
    (one, other) =>
      compareTexts(one.date, other.date) || depthOf(one) - depthOf(other) || compareTexts(one.id, other.id),
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** How many lines lie between each line and a beginning, at most. */
function depthsOf(lines: readonly RecordedLine[], file: string): Map<string, number> {
  const known = new Map(lines.map((line) => [line.id, line]));
  const followers = new Map<string, RecordedLine[]>();
  const missing = new Map<string, number>();
  for (const line of lines) {
    for (const id of line.follows) {
      requireFits(line, known.get(id), file);
      const others = followers.get(id);
      if (others) others.push(line);
      else followers.set(id, [line]);
    }
    missing.set(line.id, line.follows.length);
  }
  const depths = new Map(lines.filter(({ follows }) => follows.length === 0).map(({ id }) => [id, 0]));
  for (const [id, depth] of depths) {
    for (const follower of followers.get(id) ?? []) {
      const left = (missing.get(follower.id) ?? 0) - 1;
      missing.set(follower.id, left);
      // A Map hands out what is added while it is walked: each line once, after all it follows.
      if (left === 0) depths.set(follower.id, depth + 1);
    }
  }
  return depths;
}

function requireFits(line: RecordedLine, followed: RecordedLine | undefined, file: string): void {
  if (followed === undefined) {
    const problem = "it follows a line that is not in the file: lines before it were lost or edited";
    throw historyError(file, line.line, `${problem}. ${takeItBack}`);
  }
  if (followed.date <= line.date) return;
  throw historyError(file, line.line, `it is of ${line.date}, and follows line ${followed.line} of ${followed.date}.`);
}
