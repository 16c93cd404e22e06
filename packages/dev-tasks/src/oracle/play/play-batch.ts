import { isDeepStrictEqual } from "node:util";
import { takeSnapshot } from "@schema-gate/snapshot";
import pMap from "p-map";
import type { PlannedCase, PlannedViews } from "../plan/plan-case.js";
import { createStatements, dropStatement } from "../plan/planned-view.js";
import { type Answer, ask } from "./answer.js";
import { type Observation, schemasOfObservations } from "./observation.js";
import { freshnessOf, outcomeOf } from "./outcome.js";
import { makeOracleWorld, type OracleWorld } from "./world.js";

const concurrency = 12;

/** Plays cases side by side on one server: makes what was there, asks, changes it, asks again. */
export async function playBatch(url: string, cases: readonly PlannedCase[]): Promise<Observation[]> {
  const world = await makeOracleWorld(url);
  try {
    return await observe(world, cases);
  } finally {
    await world.close();
  }
}

async function observe(world: OracleWorld, cases: readonly PlannedCase[]): Promise<Observation[]> {
  await pMap(cases, ({ before }) => change(world, {}, before), { concurrency });
  await pMap(cases, (planned) => storeViews(world, planned), { concurrency });
  const [staleBefore, before] = await askTwice(world, cases);
  const contractsBefore = await contracts(world);
  await pMap(cases, (planned) => change(world, planned.before, planned.after), { concurrency });
  const contractsAfter = await contracts(world);
  const after = await askAll(world, cases, () => true);
  await world.addRow();
  const freshAfter = await askAll(world, cases, isTimely);
  return cases.map(({ seed, digest, edits, released, readers }, at) => ({
    seed,
    plan: digest,
    edits,
    before: contractsBefore.filter(({ name }) => isOf(name, seed)),
    after: contractsAfter.filter(({ name }) => isOf(name, seed)),
    released: Object.fromEntries(
      Object.entries(released).map(([name, day]) => [local(world.schemas, world.named(name)), day]),
    ),
    readers: readers.map((reader, index) => {
      const pick = (answers: Answers) => answers[at]?.[index] ?? notAsked;
      const outcome = isTimely(reader)
        ? freshnessOf([pick(staleBefore), pick(before)], [pick(after), pick(freshAfter)])
        : outcomeOf(reader, pick(before), pick(after));
      const refusal = [pick(before), pick(after)].find((answer) => "fails" in answer);
      return { ...reader, outcome, ...(refusal && "fails" in refusal ? { message: refusal.message } : {}) };
    }),
  }));
}

type Answers = readonly (readonly Answer[])[];
type Reader = PlannedCase["readers"][number];

const notAsked: Answer = { fails: "NOT_ASKED", message: "" };

function isTimely({ categories }: Reader): boolean {
  return categories[0] === "timeliness";
}

function isOf(name: string, seed: number): boolean {
  return name.startsWith(`case_${seed}_`);
}

/** Before anything changes: readers of timeliness with one row less first. */
async function askTwice(world: OracleWorld, cases: readonly PlannedCase[]): Promise<[Answers, Answers]> {
  const first = await askAll(world, cases, isTimely);
  await world.addRow();
  return [first, await askAll(world, cases, () => true)];
}

function askAll(
  world: OracleWorld,
  cases: readonly PlannedCase[],
  test: (reader: Reader) => boolean,
): Promise<Answers> {
  return pMap(
    cases,
    async (planned) => {
      const answers: Answer[] = [];
      for (const [index, reader] of planned.readers.entries()) {
        answers.push(test(reader) ? await ask(world.port, queryOf(world, planned, index)) : notAsked);
      }
      return answers;
    },
    { concurrency },
  );
}

function queryOf(world: OracleWorld, planned: PlannedCase, index: number): string {
  const reader = planned.readers[index];
  if (!reader) throw new RangeError(`no reader ${index}`);
  const stored = reader.categories[0] === "stored-view";
  return world.named(
    stored ? `SELECT * FROM ${storedName(planned, index)}` : reader.sql.replaceAll("{view}", planned.main),
  );
}

function storedName({ seed }: PlannedCase, index: number): string {
  return `{other}.reader_${seed}_${index}`;
}

async function storeViews(world: OracleWorld, planned: PlannedCase): Promise<void> {
  for (const [index, { categories, sql }] of planned.readers.entries()) {
    if (categories[0] !== "stored-view") continue;
    await world.run(`CREATE VIEW ${storedName(planned, index)} AS ${sql.replaceAll("{view}", planned.main)}`);
  }
}

/** Turns the views that are there into others. */
async function change({ run }: OracleWorld, from: PlannedViews, to: PlannedViews): Promise<void> {
  for (const [name, view] of Object.entries(from)) {
    const next = to[name];
    if (next && (isDeepStrictEqual(view, next) || (view.kind === "view" && next.kind === "view"))) continue;
    await run(dropStatement(name, view));
  }
  for (const [name, view] of Object.entries(to)) {
    if (isDeepStrictEqual(from[name], view)) continue;
    for (const sql of createStatements(name, view)) await run(sql);
  }
}

/** What the product sees of both schemas, under names that are the same in every run. */
async function contracts({ port, catalog, schemas }: OracleWorld) {
  const { contracts: seen, broken } = await takeSnapshot(port, { catalog, schemas });
  const ours = broken.filter(({ view }) => /^case_/.test(view.name));
  if (ours.length > 0) throw new Error(`views of the oracle do not analyse: ${JSON.stringify(ours.slice(0, 3))}`);
  return seen.map((contract) => ({
    ...contract,
    schema: local(schemas, contract.schema),
    definition: contract.definition === null ? null : local(schemas, contract.definition),
  }));
}

/** The text with the names that a batch's schemas have in observations. */
function local([open, beside]: OracleWorld["schemas"], text: string): string {
  return text.replaceAll(beside, schemasOfObservations.beside).replaceAll(open, schemasOfObservations.open);
}
