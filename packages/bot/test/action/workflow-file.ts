import { parse } from "yaml";
import * as z from "zod";

const step = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  env: z.record(z.string(), z.string()).default({}),
});

const workflow = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      permissions: z.record(z.string(), z.string()).default({}),
      "timeout-minutes": z.number(),
      env: z.record(z.string(), z.string()).default({}),
      steps: z.array(step),
    }),
  ),
});

/** A workflow's step, as a runner reads it. */
export type WorkflowStep = z.output<typeof step>;

/** A workflow file, as far as tests look at it. */
export type WorkflowFile = z.output<typeof workflow>;

export function readWorkflow(text: string): WorkflowFile {
  return workflow.parse(parse(text));
}

/** Every step of every job, in order. */
export function stepsOf({ jobs }: WorkflowFile): readonly WorkflowStep[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

/** What a workflow is allowed, by job: `judge: checks=write contents=read`. */
export function permissionsOf({ jobs }: WorkflowFile): readonly string[] {
  return Object.entries(jobs).map(([job, { permissions }]) => {
    const given = Object.entries(permissions).map(([name, level]) => `${name}=${level}`);
    return [`${job}:`, ...given.sort()].join(" ");
  });
}
