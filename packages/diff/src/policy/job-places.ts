import { type Job, type KnownTask, nameLabel } from "@schema-gate/contract";
import type { JobState, Shortcoming } from "./state-facts.js";

type Found = Pick<Shortcoming, "found" | "message">;

/** One place of a job as a whole, at its first file or at the line that is given. */
export function jobFound(job: Job, found: Found, at?: { readonly file: string; readonly line: number }): Shortcoming {
  const { file, line } = at ?? { file: job.definitions[0] ?? job.folder, line: 1 };
  return { path: `@job(${nameLabel(job.folder)})`, ...found, place: { file, line, endLine: line } };
}

/** The tasks of a job that a rule finds something about; of two with one name the first. */
export function tasksFound({ job }: JobState, find: (task: KnownTask) => Found | null): readonly Shortcoming[] {
  const shortcomings = new Map<string, Shortcoming>();
  for (const task of job.tasks) {
    const path = `@task(${nameLabel(`${job.folder}: ${task.name}`)})`;
    const found = shortcomings.has(path) ? null : find(task);
    const { file, line } = task;
    if (found) shortcomings.set(path, { path, ...found, place: { file, line, endLine: line } });
  }
  return [...shortcomings.values()];
}

/** The tasks that run before another one, whatever their conditions. */
export function tasksBefore({ tasks }: Job, task: KnownTask): readonly KnownTask[] {
  const found = new Set<KnownTask>();
  const names = [task.name];
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    for (const parent of tasks) {
      if (!parent.children.has(name) || found.has(parent) || parent === task) continue;
      found.add(parent);
      names.push(parent.name);
    }
  }
  return [...found];
}

/** A task by its name and its job's, as messages have it. */
export function taskLabel({ name: job }: Job, { name }: KnownTask): string {
  return `The task ${JSON.stringify(name)} of the job ${job}`;
}
