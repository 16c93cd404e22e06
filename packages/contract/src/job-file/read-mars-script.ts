import { conventionalTask } from "./conventional-task.js";
import type { JobTask, TaskCondition } from "./job.js";
import { type PythonStatement, type PythonToken, pythonStatements } from "./python-tokens.js";

/** What a `__mars__.py` says, as far as it can be told without running it. */
export interface MarsScript {
  /** The tasks it names. */
  readonly tasks: readonly JobTask[];
  /** The configurations it hands to the scheduler, as paths from the repository's root. */
  readonly configs: readonly { readonly path: string; readonly line: number }[];
  /** The lines of statements that were not understood: the job may have tasks that nobody sees. */
  readonly unread: readonly number[];
}

/** How a statement looks: names as they are, `T` a text, `N` any name, signs as they are. */
const shapes: readonly { readonly shape: RegExp; readonly does: "addTask" | "addConfig" | "order" | null }[] = [
  { shape: /^T$/, does: null },
  { shape: /^(?:import|from) /, does: null },
  { shape: /^N = DagHelper ?\( N \)$/, does: null },
  { shape: /^(?:N = )?N\.add_task \( T (?:, )?\)$/, does: "addTask" },
  { shape: /^N\.set_(?:prev|next) \( N (?:, N )*(?:, )?\)$/, does: "order" },
  { shape: /^_DAG = N\.extract \( \)$/, does: null },
  { shape: /^_DAG = parse_job_config \( repo_path \( T (?:, T )*(?:, )?\) .*\)$/, does: "addConfig" },
  { shape: /^N = T$/, does: null },
];

/**
 * Reads a `__mars__.py` without running it: the tasks it names by texts, their order, and the configurations it loads. Whatever
 * else stands there is listed as not read.
 */
export function readMarsScript(source: string): MarsScript {
  const reader = new Reader();
  for (const statement of pythonStatements(source)) {
    const text = shapeOf(statement);
    const found = statement.isNested ? undefined : shapes.find(({ shape }) => shape.test(text));
    if (!found || (found.does && !reader[found.does](statement.tokens))) {
      reader.unread.push(statement.tokens[0]?.line ?? 1);
    }
  }
  return reader.result();
}

const callable = /^(?:_DAG|DagHelper|parse_job_config|repo_path|import|from)$/;

function shapeOf({ tokens }: PythonStatement): string {
  const words = tokens.map(({ kind, value }) => {
    if (kind === "text") return "T";
    if (kind === "sign" || value === null) return value ?? "";
    if (callable.test(value)) return value;
    const method = /^[^.]+(\.(?:add_task|set_prev|set_next|extract))$/.exec(value)?.[1];
    return method === undefined ? "N" : `N${method}`;
  });
  return words.join(" ");
}

class Reader {
  readonly unread: number[] = [];
  private readonly tasks: { readonly name: string; readonly line: number }[] = [];
  private readonly configs: { readonly path: string; readonly line: number }[] = [];
  private readonly variables = new Map<string, string>();
  private readonly next = new Map<string, Map<string, TaskCondition>>();

  addTask(tokens: readonly PythonToken[]): boolean {
    const name = tokens.find(({ kind }) => kind === "text")?.value;
    if (!name) return false;
    this.tasks.push({ name, line: tokens[0]?.line ?? 1 });
    const [variable, sign] = tokens;
    if (sign?.value === "=" && variable?.value) this.variables.set(variable.value, name);
    return true;
  }

  addConfig(tokens: readonly PythonToken[]): boolean {
    const close = tokens.findIndex(({ kind, value }) => kind === "sign" && value === ")");
    const parts = tokens.slice(0, close).filter(({ kind }) => kind === "text");
    if (parts.some(({ value }) => value === null)) return false;
    this.configs.push({ path: parts.map(({ value }) => value).join("/"), line: tokens[0]?.line ?? 1 });
    return true;
  }

  order(tokens: readonly PythonToken[]): boolean {
    const [callee, ...rest] = tokens.filter(({ kind }) => kind === "name");
    const [subject = "", method] = (callee?.value ?? "").split(".");
    const named = [subject, ...rest.map(({ value }) => value ?? "")].map((variable) => this.variables.get(variable));
    const [first, ...others] = named;
    if (first === undefined) return false;
    for (const other of others) {
      if (other === undefined) return false;
      const [parent, child] = method === "set_next" ? [first, other] : [other, first];
      const children = this.next.get(parent) ?? new Map<string, TaskCondition>();
      this.next.set(parent, children.set(child, "on_success"));
    }
    return true;
  }

  result(): MarsScript {
    const tasks = this.tasks.map(({ name, line }) => conventionalTask(name, line, this.next.get(name)));
    return { tasks, configs: this.configs, unread: this.unread };
  }
}
