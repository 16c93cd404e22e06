import { afterAll, expect, test } from "@jest/globals";
import type { Job } from "../job.js";
import { type JobStore, openJobStore } from "../store/job-store.js";
import { reviewJob } from "../testing/jobs.js";
import { removeTemporaryFolders, temporaryFolder } from "../testing/temporary-folder.js";
import { Queue } from "./queue.js";
import type { Outcome, Work } from "./work.js";

afterAll(removeTemporaryFolders);

const idle: Work = { run: async () => {}, giveUp: async () => {}, isHopeless: () => false };

/** A queue over a real store; `until` waits for an attempt to end in a way. */
async function start(
  work: Partial<Work>,
  { workers = 4, tries = 3, first = 1, folder = temporaryFolder(), now = Date.now } = {},
) {
  const store = await openJobStore(folder, Date.now);
  const attempts: { ids: string[]; outcome: Outcome }[] = [];
  let wake = () => {};
  const queue = new Queue({
    store,
    work: { ...idle, ...work },
    backOff: { first, longest: 4 * first, tries },
    workers,
    now,
    onAttempt: ({ batch, outcome }) => {
      attempts.push({ ids: batch.map(({ id }) => id), outcome });
      wake();
    },
    onBroken: (error) => {
      throw error;
    },
  });
  const count = async (wanted: number) => {
    while (attempts.length < wanted)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return attempts;
  };
  const add = async (job: Job) => {
    if ((await store.put(job)) === "stored") queue.add(job);
  };
  return { queue, store, attempts, count, add, folder };
}

/** A promise somebody else ends. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const left = async (folder: string): Promise<JobStore["unfinished"]> =>
  (await openJobStore(folder, Date.now)).unfinished;

test("deliveries of one pull request that come while it is judged collapse into one judgement after the last", async () => {
  const first = gate();
  let runs = 0;
  const { count, add, folder } = await start({
    run: async () => {
      runs += 1;
      if (runs === 1) await first.opened;
    },
  });
  for (const id of ["a", "b", "c", "d"]) await add(reviewJob(id, 1));
  first.open();
  expect(await count(2)).toEqual([
    { ids: ["a"], outcome: "done" },
    { ids: ["b", "c", "d"], outcome: "done" },
  ]);
  expect(await left(folder)).toEqual([]);
});

test("one pull request is never worked on twice at once, several are, and no more than there are workers", async () => {
  const gates = [gate(), gate(), gate(), gate()];
  const running: number[] = [];
  const seen: number[][] = [];
  const { queue, count, add } = await start(
    {
      run: async ([{ task }]) => {
        const pullRequest = task.kind === "review" ? task.pullRequest : 0;
        running.push(pullRequest);
        seen.push([...running]);
        await gates[seen.length - 1]?.opened;
        running.splice(running.indexOf(pullRequest), 1);
      },
    },
    { workers: 2 },
  );
  for (const [id, number] of [
    ["a", 1],
    ["b", 1],
    ["c", 2],
    ["d", 3],
  ] as const)
    await add(reviewJob(id, number));
  expect(queue.state()).toMatchObject({ pending: 4, running: 2 });
  gates[0]?.open();
  await count(1);
  gates[1]?.open();
  await count(2);
  gates[2]?.open();
  gates[3]?.open();
  expect((await count(4)).map(({ ids }) => ids).sort()).toEqual([["a"], ["b"], ["c"], ["d"]]);
  expect(seen).toEqual([[1], [1, 2], [2, 3], [3, 1]]);
});

test("what fails is tried again, then it is said that it could not be done", async () => {
  const given: string[] = [];
  const { count, add, folder } = await start({
    run: async () => {
      throw new Error("GitHub is ill");
    },
    giveUp: async (_, error) => {
      given.push((error as Error).message);
    },
  });
  await add(reviewJob("a", 1));
  expect((await count(3)).map(({ outcome }) => outcome)).toEqual(["postponed", "postponed", "gave-up"]);
  expect(given).toEqual(["GitHub is ill"]);
  expect(await left(folder)).toEqual([]);
});

test("it is tried to be said until it is", async () => {
  let silences = 4;
  const { count, add } = await start({
    run: async () => {
      throw new Error("ill");
    },
    giveUp: async () => {
      silences -= 1;
      if (silences > 0) throw new Error("still ill");
    },
  });
  await add(reviewJob("a", 1));
  expect((await count(6)).map(({ outcome }) => outcome)).toEqual([...Array(5).fill("postponed"), "gave-up"]);
});

test("where trying again cannot help, it is said at once; where that is hopeless too, it is abandoned", async () => {
  const fail = async () => {
    throw new Error("gone");
  };
  const said = await start({ run: fail, isHopeless: () => true });
  await said.add(reviewJob("a", 1));
  expect((await said.count(1)).map(({ outcome }) => outcome)).toEqual(["gave-up"]);
  const unsaid = await start({ run: fail, giveUp: fail, isHopeless: () => true });
  await unsaid.add(reviewJob("a", 1));
  expect((await unsaid.count(1)).map(({ outcome }) => outcome)).toEqual(["abandoned"]);
});

test("tries and the wait live longer than the process; what comes meanwhile waits with it", async () => {
  const folder = temporaryFolder();
  const first = await start(
    {
      run: async () => {
        throw new Error("ill");
      },
    },
    { folder, first: 60_000 },
  );
  await first.add(reviewJob("a", 1));
  await first.count(1);
  await first.queue.stop();
  const [stored] = await left(folder);
  expect(stored).toMatchObject({ id: "a", tries: 1 });
  expect(stored?.notBefore).toBeGreaterThan(0);
  let clock = Date.now();
  const second = await start({}, { folder, first: 60_000, now: () => clock });
  for (const job of second.store.unfinished) second.queue.add({ ...job, notBefore: clock + 1 });
  await second.add(reviewJob("b", 1));
  expect(second.queue.state()).toMatchObject({ running: 0, pending: 2 });
  clock += 1;
  expect(await second.count(1)).toEqual([{ ids: ["a", "b"], outcome: "done" }]);
});

test("a clock that is put back keeps nobody waiting longer than the longest wait", async () => {
  const { store, queue, count } = await start({}, { first: 60_000 });
  const ofAnotherYear = { ...reviewJob("a", 1), tries: 1, notBefore: Date.now() + 365 * 24 * 3_600_000 };
  await store.put(ofAnotherYear);
  queue.add(ofAnotherYear);
  expect(await count(1)).toEqual([{ ids: ["a"], outcome: "done" }]);
});

test("stopping lets what runs end and begins nothing more; the rest stays stored", async () => {
  const first = gate();
  const { queue, attempts, add, folder } = await start({ run: () => first.opened }, { workers: 1 });
  await add(reviewJob("a", 1));
  await add(reviewJob("b", 2));
  const stopped = queue.stop();
  first.open();
  await stopped;
  expect(attempts).toEqual([{ ids: ["a"], outcome: "done" }]);
  expect((await left(folder)).map(({ id }) => id)).toEqual(["b"]);
  expect(queue.state()).toMatchObject({ isStopped: true, running: 0, pending: 1 });
});
