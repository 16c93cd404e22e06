import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>["values"];

/** What a task is asked for, or what is printed instead of doing it and the exit code of that. */
export type TaskArguments<T extends Options> =
  | { readonly values: Values<T> }
  | { readonly text: string; readonly exitCode: 0 | 2 };

/** Reads the arguments of a task; `counts` names options that must be whole numbers from 1. */
export function readTaskArguments<T extends Options>(
  args: readonly string[],
  { options, counts, usage }: { readonly options: T; readonly counts: readonly (keyof T)[]; readonly usage: string },
): TaskArguments<T> {
  if (args.includes("--help") || args.includes("-h")) return { text: usage, exitCode: 0 };
  const wrong = (problem: string) => ({ text: `${problem}\n\n${usage}`, exitCode: 2 }) as const;
  try {
    const values = parseArgs({ args: [...args], options }).values as Values<T>;
    const bad = counts.find((name) => !/^[1-9]\d*$/.test(String(values[name as keyof Values<T>])));
    return bad === undefined ? { values } : wrong(`--${String(bad)} takes a whole number from 1.`);
  } catch (cause) {
    if (!String((cause as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS_")) throw cause;
    return wrong(`${(cause as Error).message.split(". ")[0]}.`);
  }
}

/** What this process is asked for; prints the usage and ends it where that is help, or nothing the task knows. */
export function taskArguments<T extends Options>(task: Parameters<typeof readTaskArguments<T>>[1]): Values<T> {
  const read = readTaskArguments(process.argv.slice(2), task);
  if ("values" in read) return read.values;
  (read.exitCode === 0 ? process.stdout : process.stderr).write(read.text);
  process.exit(read.exitCode);
}
