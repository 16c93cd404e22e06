import { readdirSync, readFileSync } from "node:fs";

/** The files of a fixture's job, by their paths in a repository, and who added it; `null` where it is not new. */
export interface JobFiles {
  readonly texts: ReadonlyMap<string, string>;
  readonly addedBy: readonly string[] | null;
}

/**
 * `good.__mars__.py`, `good.job_config.json`, `good.sql.fill.sql` and `good.sql_jobs.a.sql` are files of the job
 * `src/jobs/dev_prod/flaky_tests`; `good.job.json` may name another folder, and who added the job.
 */
export function readJobFiles(fixture: URL, which: string): JobFiles {
  const files = readdirSync(fixture).filter((file) =>
    /^[a-z]+\.(?:__mars__\.py|job_config\.json|sql(?:_jobs)?\.\w+\.sql)$/.test(file),
  );
  const read = (file: string) => readFileSync(new URL(file, fixture), "utf8");
  const about: { folder?: string; addedBy?: string[] } = readdirSync(fixture).includes(`${which}.job.json`)
    ? JSON.parse(read(`${which}.job.json`))
    : {};
  const folder = `src/jobs/dev_prod/${about.folder ?? "flaky_tests"}`;
  const texts = files
    .filter((file) => file.startsWith(`${which}.`))
    .map((file): [string, string] => {
      const path = file.slice(which.length + 1).replace(/^(sql(?:_jobs)?)\./, "$1/");
      // Its script loads the configuration from the folder it stands in.
      return [`${folder}/${path}`, read(file).replace("flaky_tests", about.folder ?? "flaky_tests")];
    });
  return { texts: new Map(texts), addedBy: about.addedBy ?? null };
}
