import { UserError } from "../user-error.js";
import type { JobTask } from "./job.js";
import type { Job, KnownTask } from "./job-folder.js";
import { joinPath, parentOf, tailOf } from "./paths.js";
import { readJobConfig } from "./read-job-config.js";
import { type MarsScript, readMarsScript } from "./read-mars-script.js";

/** Files by their paths from the repository's root; `null` for one whose text is not UTF-8. */
export type JobTexts = ReadonlyMap<string, string | null>;

const SCRIPT = "__mars__.py";
const CONFIG = /^job_config\b.*\.json$/;

/** The MARS jobs that some files make up, by folder. What cannot be understood of one is among its problems, never an error. */
export function readJobs(texts: JobTexts): Job[] {
  const byFolder = new Map<string, string[]>();
  for (const path of [...texts.keys()].sort()) {
    const name = tailOf(path);
    if (name !== SCRIPT && !CONFIG.test(name)) continue;
    const folder = parentOf(path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  return Array.from(byFolder, ([folder, files]) => readJob(folder, files, texts));
}

function readJob(folder: string, files: readonly string[], texts: JobTexts): Job {
  const own = files.map((file) => readDefinition(file, texts.get(file) ?? null));
  const loaded = own.flatMap(({ configs }) => configs.map(({ path }) => joinPath("", path)));
  const elsewhere = [...new Set(loaded)].filter((path) => texts.has(path) && !files.includes(path));
  const definitions = [...own, ...elsewhere.map((path) => readDefinition(path, texts.get(path) ?? null))];
  const missing = own.flatMap(({ file, configs }) =>
    configs
      .filter(({ path }) => !texts.has(joinPath("", path)))
      .map(({ path, line }) => ({ file, line, message: `it loads ${path}, which is in no folder of jobs` })),
  );
  return {
    name: tailOf(folder),
    folder,
    tasks: definitions.flatMap(({ file, tasks }) => tasks.map((task) => knownTask(task, file, folder, texts))),
    problems: [...definitions.flatMap(({ problems }) => problems), ...missing],
    definitions: definitions.map(({ file }) => file),
    unloaded: files.filter((file) => tailOf(file) !== SCRIPT && !loaded.includes(file)),
  };
}

/** What one file says of a job. */
interface Definition extends Pick<Job, "problems">, Pick<MarsScript, "configs"> {
  readonly file: string;
  readonly tasks: readonly JobTask[];
}

function readDefinition(file: string, text: string | null): Definition {
  const none = { file, tasks: [], configs: [] };
  if (text === null) return { ...none, problems: [{ file, line: 1, message: "it is not UTF-8" }] };
  if (tailOf(file) === SCRIPT) {
    const { tasks, configs, unread } = readMarsScript(text);
    const message = "this statement is not understood, so the job may have tasks that nobody sees";
    return { file, tasks, configs, problems: unread.map((line) => ({ file, line, message })) };
  }
  try {
    return { ...none, tasks: readJobConfig(text, file), problems: [] };
  } catch (error) {
    // A file that cannot be read must not hide the jobs beside it.
    if (!(error instanceof UserError)) throw error;
    const [, line = "1", message = error.message] = /^.*?:(\d+): (.*)$/s.exec(error.message) ?? [];
    return { ...none, problems: [{ file, line: Number(line), message }] };
  }
}

function knownTask(task: JobTask, file: string, folder: string, texts: JobTexts): KnownTask {
  const { sql } = task;
  if (sql === null || sql.kind === "inline") return { ...task, file, sqlFile: null, sqlText: sql?.text ?? null };
  const path = joinPath(sql.kind === "beside" ? folder : "", sql.path);
  const sqlText = texts.get(path) ?? null;
  return { ...task, file, sqlFile: texts.has(path) ? path : null, sqlText };
}
