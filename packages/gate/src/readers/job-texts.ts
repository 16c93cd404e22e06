import type { Job, KnownTask } from "@schema-gate/contract";
import { openJobs } from "../jobs/open-jobs.js";
import { notUtf8 } from "../sides/file-side.js";
import type { ReadingText } from "./reader.js";
import type { ReaderSource } from "./reader-source.js";

/** The SQL of all tasks of jobs, the scripts beside it, and whatever else may read a view without a task that says so. */
export async function jobTexts({ tree, jobFolders }: ReaderSource): Promise<ReadingText[]> {
  const { jobs, texts } = await openJobs(tree, jobFolders);
  const unreadable = new Set(jobs.flatMap(({ problems }) => problems.map(({ file }) => file)));
  const ofTasks = jobs.flatMap((job) => job.tasks.flatMap((task) => textOfTask(job, task)));
  const taken = new Set(ofTasks.map(({ file }) => file));
  const others = Array.from(texts).flatMap(([file, text]): ReadingText[] => {
    // A query that cannot be searched would be overlooked.
    if (text === null && file.endsWith(".sql")) throw notUtf8(file);
    if (text === null || (file.endsWith(".sql") ? taken.has(file) : !mayRead(file, unreadable))) return [];
    const language = file.endsWith(".sql") ? "template" : "other";
    return [{ kind: "task", name: nameOfFile(file, jobs), file, text, language, home: null }];
  });
  return [...ofTasks, ...others];
}

/** Python may hold SQL, and a configuration that cannot be read may hold anything; scripts only name tasks. */
function mayRead(file: string, unreadable: ReadonlySet<string>): boolean {
  if (file.endsWith("/__mars__.py")) return false;
  return file.endsWith(".py") || unreadable.has(file);
}

function textOfTask(job: Job, task: KnownTask): ReadingText[] {
  const { sqlText: text, sqlFile, name, file } = task;
  if (text === null) return [];
  const fullName = `${job.name}: ${name}${exportOf(task)}`;
  return [{ kind: "task", name: fullName, file: sqlFile ?? file, text, language: "template", home: null }];
}

/** An export out of Presto is a reader that no table shows: it is said where it goes. */
function exportOf({ destination }: KnownTask): string {
  if (!destination || /^presto_(?:view|table|insert|ext_table)$/.test(destination.type)) return "";
  const { type, target } = destination;
  return `, which writes to ${type}${target === null ? "" : ` ${target}`}`;
}

function nameOfFile(file: string, jobs: readonly Job[]): string {
  const job = jobs.find(({ folder }) => file.startsWith(`${folder}/`));
  return job ? `${job.name}: no task that is known` : "no job that is known";
}
