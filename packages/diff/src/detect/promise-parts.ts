import { type Duration, millisecondsOf, type PromiseName, type Promises, promisePath } from "@schema-gate/contract";
import { descriptionMeaning } from "./description.js";
import { shownStakeholder } from "./shown-stakeholder.js";

/** One promise of a contract, at the path findings have for it. */
export interface PromisePart {
  /** What it is; a `field` is the description of something inside a column. */
  readonly promise: PromiseName | "field";
  readonly path: string;
  /** Equal where two promises mean the same, however they are written. */
  readonly meaning: string;
  /** As the report prints it. */
  readonly shown: string;
  /** The length of time of a promise of time. */
  readonly time?: Duration | "unlimited";
  /** The same as a number of months, where it was written as one. */
  readonly months?: number | null;
}

type Reader = (promises: Promises) => readonly PromisePart[];

/** Every key of a contract's promises: one more does not compile until it is read here, so that no difference goes unseen. */
const readers: { readonly [Key in keyof Promises]: Reader } = {
  family: ({ family }) => text("family", family),
  version: ({ version }) => text("version", version),
  status: ({ status }) => text("status", status),
  released: ({ released }) => text("released", released),
  endOfSupport: ({ endOfSupport }) => text("endOfSupport", endOfSupport),
  grain: grainPart,
  granularity: ({ granularity }) => described("granularity", promisePath("granularity"), granularity),
  deletionMode: ({ deletionMode }) => text("deletion", deletionMode),
  deletionColumn: ({ deletionColumn }) => text("deletionColumn", deletionColumn),
  latency: ({ latency }) => latency.map((each) => timePart("latency", each, each.value)),
  frequency: ({ frequency }) =>
    frequency.map((each) => ({
      ...timePart("frequency", each, milliseconds(each.value.longestGap)),
      months: each.value.months,
    })),
  retention: ({ retention }) => retention.map((each) => timePart("retention", each, each.value)),
  owner: ({ owner }) => text("owner", owner),
  support: ({ support }) =>
    list(
      "support",
      support.map(({ channel, url, tool }) => ({ channel, url, tool })),
    ),
  documentation: ({ documentation }) =>
    list(
      "documentation",
      documentation.map(({ type, url }) => ({ type, url })),
    ),
  stakeholders: ({ stakeholders }) =>
    stakeholders.map((stakeholder) => {
      const shown = shownStakeholder(stakeholder);
      return { promise: "stakeholders", path: promisePath("stakeholders", stakeholder.team), meaning: shown, shown };
    }),
  lineage: ({ lineage: { successor, predecessor, versionReason } }) => [
    ...text("successor", successor),
    ...text("predecessor", predecessor),
    ...text("versionReason", versionReason),
  ],
  use: ({ use }) => text("use", use),
  filling: ({ filling: { job, task, justification, sql, serviceAccount } }) => [
    ...text("job", job),
    ...text("task", task),
    ...text("justification", justification),
    ...text("sql", sql),
    ...text("serviceAccount", serviceAccount),
  ],
  project: ({ project }) => text("project", project),
  evergreen: ({ evergreen }) => text("evergreen", evergreen === null ? null : String(evergreen)),
  nestedDescriptions: ({ nestedDescriptions }) =>
    [...nestedDescriptions].flatMap(([path, description]) => described("field", path, description)),
};

/** What a contract promises, by path; what it does not know is not there. */
export function promiseParts(promises: Promises): Map<string, PromisePart> {
  const parts = Object.values(readers).flatMap((read: Reader) => read(promises));
  return new Map(parts.map((part) => [part.path, part]));
}

function text(promise: PromiseName, said: string | null): PromisePart[] {
  return said === null ? [] : [{ promise, path: promisePath(promise), meaning: said, shown: said }];
}

/** The order of the columns in a key says nothing about which rows it tells apart. */
function grainPart({ grain }: Promises): PromisePart[] {
  if (grain === null) return [];
  const names = grain.columns.map((name) => name.toLowerCase());
  const meaning = JSON.stringify([...new Set(names)].sort());
  return [{ promise: "grain", path: promisePath("grain"), meaning, shown: JSON.stringify(names) }];
}

function described(promise: "granularity" | "field", path: string, description: string | null): PromisePart[] {
  const meaning = descriptionMeaning(description);
  return meaning === null || description === null ? [] : [{ promise, path, meaning, shown: description }];
}

function timePart(
  promise: "latency" | "frequency" | "retention",
  { element, text: shown }: { readonly element: string | null; readonly text: string },
  time: Duration | "unlimited",
): PromisePart {
  const meaning = time === "unlimited" ? time : String(millisecondsOf(time));
  return { promise, path: promisePath(promise, element), meaning, shown, time };
}

function milliseconds(length: number): Duration {
  return { months: 0, businessDays: 0, milliseconds: length };
}

/** A list whose order means nothing; one that is empty states nothing. */
function list(promise: "support" | "documentation", entries: readonly object[]): PromisePart[] {
  if (entries.length === 0) return [];
  const texts = [...new Set(entries.map((entry) => JSON.stringify(entry)))].sort();
  const shown = `[${texts.join(",")}]`;
  return [{ promise, path: promisePath(promise), meaning: shown, shown }];
}
