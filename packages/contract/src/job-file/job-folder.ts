import type { JobTask } from "./job.js";

/** A task with the file that says so, and the SQL it runs where that stands in the same repository, or in the task itself. */
export interface KnownTask extends JobTask {
  readonly file: string;
  readonly sqlFile: string | null;
  readonly sqlText: string | null;
}

/** Something about a job that could not be read: it may have tasks that nobody sees. */
export interface JobProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** One MARS job: a folder with a `__mars__.py` or a configuration. */
export interface Job {
  /** The name of its folder. */
  readonly name: string;
  readonly folder: string;
  readonly tasks: readonly KnownTask[];
  readonly problems: readonly JobProblem[];
  /** The scripts and configurations it is made of. */
  readonly definitions: readonly string[];
  /** Configurations beside it that no script of it loads: somebody pastes them into the scheduler by hand. */
  readonly unloaded: readonly string[];
}
