/** Whether a file below the folders of jobs may make up a job, or be read by one. */
export function isJobFile(path: string): boolean {
  return /\.(?:sql|py|json)$/.test(path);
}
